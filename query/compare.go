package query

import (
	"regexp"
	"slices"
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"kg/graph"
)

// compared makes a comparison ready. What is compared with null is null.
func (c *compiler) compared(at lexer.Position, op string, left, right value) (value, error) {
	for _, side := range [][2]value{{left, right}, {right, left}} {
		if err := c.plausible(at, op, side[0], side[1]); err != nil {
			return value{}, err
		}
	}
	if op == "=" || op == "<>" || op == "IN" {
		if v, done, err := c.byName(at, op, left, right); done || err != nil {
			return v, err
		}
	}
	if op == "=~" {
		return fits(at, left, right)
	}
	compare := comparisons[op]
	if (left.date || right.date) && strings.ContainsAny(op, "<>") && op != "<>" {
		compare = spans[op]
	}
	v := combine([]value{left, right}, func(m *machine) any {
		a, b := left.eval(m), right.eval(m)
		if a == nil || b == nil {
			return nil
		}
		return compare(a, b)
	})
	var err error
	v.exact, err = c.called(op, left, right)
	return v, err
}

// called returns the numbers of the nodes that a comparison of labels or aliases
// with texts of the query can be true for, sorted; nil if it is none.
func (c *compiler) called(op string, left, right value) ([]int32, error) {
	if op == "=" && right.node || op == "IN" && right.prop == "aliases" {
		left, right = right, left
	}
	list, isList := right.constant.([]any)
	if !isList {
		list = []any{right.constant}
	}
	byLabel := left.prop == "label" && (op == "=" || op == "IN" && isList)
	byAlias := left.prop == "aliases" && op == "IN" && !isList
	if !left.node || !right.fixed || !byLabel && !byAlias {
		return nil, nil
	}
	numbers := []int32{}
	for _, x := range list {
		if text, ok := x.(string); ok { // nothing else is a label
			some, err := c.g.Called(text)
			if err != nil {
				return nil, err
			}
			numbers = append(numbers, some...)
		}
	}
	slices.Sort(numbers)
	return slices.Compact(numbers), nil
}

// plausible refuses to compare a property with a text that it can never be.
func (c *compiler) plausible(at lexer.Position, op string, prop, with value) error {
	if !with.fixed || prop.prop == "" {
		return nil
	}
	if op == "=" || op == "<>" || op == "IN" {
		if err := c.possible(at, with.constant, closed(c.g.Schema(), prop.node, prop.prop), prop.prop); err != nil {
			return err
		}
	}
	if text, ok := with.constant.(string); ok && prop.date && op != "=~" && op != "CONTAINS" && !strings.Contains(op, "WITH") {
		if first, _ := graph.Bounds(text); first == "" {
			return failf(at, "write it as 2025-03-02, 2025-03 or 2025", "%q is no date", text)
		}
	}
	return nil
}

// possible returns an error unless v, or every value of the list v, is among
// those that a property may have.
func (c *compiler) possible(at lexer.Position, v any, known []string, prop string) error {
	if list, ok := v.([]any); ok {
		for _, x := range list {
			if err := c.possible(at, x, known, prop); err != nil {
				return err
			}
		}
	}
	if text, ok := v.(string); ok && known != nil && !slices.Contains(known, text) {
		hint := meant(text, known)
		if hint == "" {
			hint = "known: " + join(known)
		}
		return failf(at, hint, "unknown %s %q", prop, text)
	}
	return nil
}

// byName compares the name or the ID of a node with texts of the query: it is
// one of the nodes that they find.
func (c *compiler) byName(at lexer.Position, op string, left, right value) (v value, done bool, err error) {
	if right.node && op != "IN" {
		left, right = right, left
	}
	list, isList := right.constant.([]any)
	if !isList {
		list = []any{right.constant}
	}
	if !left.node || left.prop != propertyName && left.prop != "id" || !right.fixed || isList != (op == "IN") {
		return v, false, nil
	}
	places := []int32{}
	for _, x := range list {
		text, ok := x.(string)
		if !ok {
			return v, false, nil
		}
		some, err := c.places(at, left.prop, text)
		if err != nil {
			return v, false, err
		}
		places = append(places, some...)
	}
	slices.Sort(places)
	slot := left.slots[0]
	v = combine([]value{left}, func(m *machine) any {
		at := m.row[slot].at
		if at < 0 {
			return nil
		}
		return slices.Contains(places, at) != (op == "<>")
	})
	if op != "<>" {
		v.exact, v.sure = places, true
	}
	return v, true, nil
}

// fits makes a comparison with a regular expression (RE2) ready, which must
// fit the whole text.
func fits(at lexer.Position, left, right value) (value, error) {
	text, ok := right.constant.(string)
	if !ok {
		return value{}, failf(at, "", "=~ takes a regular expression in quotes")
	}
	re, err := regexp.Compile("^(?:" + text + ")$")
	if err != nil {
		return value{}, failf(at, "", "%s", strings.TrimPrefix(err.Error(), "error parsing regexp: "))
	}
	return combine([]value{left}, func(m *machine) any {
		if s, ok := left.eval(m).(string); ok {
			return re.MatchString(s)
		}
		return nil
	}), nil
}

// equal compares two values; the answer is null if one is.
func equal(a, b any) any {
	if a == nil || b == nil {
		return nil
	}
	return compare(a, b) == 0
}

// comparisons of values that are not null.
var comparisons = map[string]func(a, b any) any{
	"=":          equal,
	"<>":         func(a, b any) any { return not(equal(a, b)) },
	"<":          ordered(func(c int) bool { return c < 0 }),
	"<=":         ordered(func(c int) bool { return c <= 0 }),
	">":          ordered(func(c int) bool { return c > 0 }),
	">=":         ordered(func(c int) bool { return c >= 0 }),
	"IN":         within,
	"CONTAINS":   textual(strings.Contains),
	"STARTSWITH": textual(strings.HasPrefix),
	"ENDSWITH":   textual(strings.HasSuffix),
}

// ordered compares values of one kind; others have no order.
func ordered(holds func(int) bool) func(a, b any) any {
	return func(a, b any) any {
		if kindOf(a) != kindOf(b) {
			return nil
		}
		return holds(compare(a, b))
	}
}

func textual(holds func(s, part string) bool) func(a, b any) any {
	return func(a, b any) any {
		s, ok1 := a.(string)
		part, ok2 := b.(string)
		if !ok1 || !ok2 {
			return nil
		}
		return holds(s, part)
	}
}

// within reports whether a is among the values of the list b.
func within(a, b any) any {
	list, ok := b.([]any)
	if !ok {
		return nil
	}
	out := any(false)
	for _, x := range list {
		switch equal(a, x) {
		case true:
			return true
		case nil:
			out = nil
		}
	}
	return out
}

// spans compare dates by the days that they cover: a month ends with its last
// day. A date is <= another if it begins no later than that ends, and < if it
// ends before that begins, so that one of two is always true: of dates that
// overlap both <= and >=.
var spans = map[string]func(a, b any) any{
	"<":  spanned(func(_, a2, b1, _ string) bool { return a2 < b1 }),
	"<=": spanned(func(a1, _, _, b2 string) bool { return a1 <= b2 }),
	">":  spanned(func(a1, _, _, b2 string) bool { return a1 > b2 }),
	">=": spanned(func(_, a2, b1, _ string) bool { return a2 >= b1 }),
}

func spanned(holds func(a1, a2, b1, b2 string) bool) func(a, b any) any {
	return func(a, b any) any {
		x, _ := a.(string)
		y, _ := b.(string)
		a1, a2 := graph.Bounds(x)
		b1, b2 := graph.Bounds(y)
		if a1 == "" || b1 == "" {
			return nil
		}
		return holds(a1, a2, b1, b2)
	}
}
