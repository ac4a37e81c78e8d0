package query

import (
	"slices"
	"strings"
)

// totals are the functions that make one value of many matches.
var totals = []string{"count", "collect", "min", "max", "sum", "avg"}

func isTotal(name string) bool {
	return slices.ContainsFunc(totals, func(t string) bool { return strings.EqualFold(t, name) })
}

// A total is a call of such a function.
type total struct {
	name     string
	star     bool // count(*)
	distinct bool
	arg      value
}

// total makes an item ready that is the call of a total; it is nil if the item
// is none.
func (c *compiler) total(e *expr) (*total, error) {
	call := e.call()
	if call == nil || !isTotal(call.Name.Text) {
		return nil, nil
	}
	t := &total{name: strings.ToLower(call.Name.Text), star: call.Star, distinct: call.Distinct}
	if t.star != (len(call.Args) == 0) || t.star && t.name != "count" || len(call.Args) > 1 {
		return nil, failf(call.Name.Pos, "", "%s takes one value", t.name)
	}
	var err error
	if !t.star {
		t.arg, err = c.expr(call.Args[0])
	}
	if t.name == "count" && !t.distinct && t.arg.bare { // no record is needed
		slot := t.arg.slots[0]
		t.arg.eval = func(m *machine) any {
			if m.row[slot].at < 0 {
				return nil
			}
			return true
		}
	}
	return t, err
}

// call returns the call that an expression is, nil if it is anything else.
func (e *expr) call() *call {
	if len(e.Terms) != 1 || len(e.Terms[0].Terms) != 1 || len(e.Terms[0].Terms[0].Terms) != 1 {
		return nil
	}
	n := e.Terms[0].Terms[0].Terms[0]
	if len(n.Nots) > 0 || n.Test.Op != "" || n.Test.Is {
		return nil
	}
	return n.Test.Left.Call
}

// A sum is what a total has gathered of one group.
type sum struct {
	*total
	seen  map[string]bool
	count int64
	whole int64
	float float64
	mixed bool // not only whole numbers
	best  any
	list  []any
}

// add takes the value of one match; null counts for nothing.
func (s *sum) add(m *machine) {
	if s.star {
		s.count++
		return
	}
	v := s.arg.eval(m)
	if v == nil || s.distinct && !s.first(v) {
		return
	}
	s.count++
	switch s.name {
	case "collect":
		s.list = append(s.list, v)
	case "min", "max":
		if c := compare(v, s.best); s.best == nil || (c < 0) == (s.name == "min") {
			s.best = v
		}
	case "sum", "avg":
		i, isWhole := v.(int64)
		s.whole, s.float, s.mixed = s.whole+i, s.float+number(v), s.mixed || !isWhole
	}
}

// first reports whether a value comes for the first time.
func (s *sum) first(v any) bool {
	var b strings.Builder
	key(&b, v)
	if s.seen[b.String()] {
		return false
	}
	if s.seen == nil {
		s.seen = map[string]bool{}
	}
	s.seen[b.String()] = true
	return true
}

// value is the total: what is collected comes in order.
func (s *sum) value() any {
	switch s.name {
	case "collect":
		slices.SortFunc(s.list, compare)
		return append([]any{}, s.list...)
	case "min", "max":
		return s.best
	case "sum":
		if s.mixed {
			return s.float
		}
		return s.whole
	case "avg":
		if s.count == 0 {
			return nil
		}
		return s.float / float64(s.count)
	}
	return s.count
}
