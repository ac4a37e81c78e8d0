package query

import (
	"fmt"
	"slices"

	"github.com/alecthomas/participle/v2/lexer"
)

// A sort says what a variable stands for.
type sort uint8

const (
	nodeSort  sort = iota // a node
	edgeSort              // a relation
	trailSort             // several relations in a row
	pathSort              // a path
)

func (s sort) String() string {
	return [...]string{"a node", "a relation", "a row of relations", "a path"}[s]
}

// A slot is a place in the row of a match: what a variable, or a part of a
// pattern without one, stands for.
type slot struct {
	name  string // empty for what has no variable
	sort  sort
	parts []int // of a path: the slots of its nodes and relations in turn
}

// A compiler makes a program of a query for one graph.
type compiler struct {
	g          *stock
	parameters map[string]any
	slots      []slot
	spoken     map[string]bool // variables of whose modality the query speaks
	allDenied  bool            // the caller chose what statuses there are
	m          *machine        // to look at nodes beforehand
	chains     [][]int         // of each chain of nodes and relations, its slots
}

// find returns the slot of a variable, -1 if there is none.
func (c *compiler) find(name string) int {
	name = variable(name)
	return slices.IndexFunc(c.slots, func(s slot) bool { return s.name == name && name != "" })
}

// machine returns the machine with a row for all slots that are known by now.
func (c *compiler) machine() *machine {
	c.m.slots = c.slots
	for len(c.m.row) < len(c.slots) {
		c.m.row = append(c.m.row, nothing)
	}
	return c.m
}

// add makes a slot.
func (c *compiler) add(name string, s sort) int {
	c.slots = append(c.slots, slot{name: variable(name), sort: s})
	return len(c.slots) - 1
}

// node returns the slot of a node's variable, a new one if it has none or is
// named for the first time.
func (c *compiler) node(at lexer.Position, name string) (int, error) {
	i := c.find(name)
	if i < 0 {
		return c.add(name, nodeSort), nil
	}
	if c.slots[i].sort != nodeSort {
		return 0, failf(at, "", "%s is %s; it cannot be a node too", variable(name), c.slots[i].sort)
	}
	return i, nil
}

// fresh returns a new slot for a relation or a path; a variable must be new.
func (c *compiler) fresh(at lexer.Position, name string, s sort) (int, error) {
	if c.find(name) >= 0 {
		return 0, failf(at, "", "%s is named twice; a relation or path is named once", variable(name))
	}
	return c.add(name, s), nil
}

// named returns the names of the variables in the order of their first use.
func (c *compiler) named() []string {
	var out []string
	for _, s := range c.slots {
		if s.name != "" {
			out = append(out, s.name)
		}
	}
	return out
}

// parameter returns the value of a parameter.
func (c *compiler) parameter(at lexer.Position, name string) (any, error) {
	v, there := c.parameters[name[1:]]
	if !there {
		return nil, failf(at, "", "no value is given for the parameter %s", name)
	}
	out, ok := normal(v)
	if !ok {
		return nil, failf(at, "", "the parameter %s is a %T, which is no value of a query", name, v)
	}
	return out, nil
}

// known checks names against a list.
func known(words []*word, what string, list []string) error {
	for _, w := range words {
		if slices.Contains(list, w.Text) {
			continue
		}
		hint := meant(w.Text, list)
		if hint == "" {
			hint = fmt.Sprintf("known: %s", join(list))
		}
		return failf(w.Pos, hint, "unknown %s %q", what, w.Text)
	}
	return nil
}

func join(list []string) string {
	out := ""
	for i, s := range list {
		if i > 0 {
			out += ", "
		}
		out += s
	}
	return out
}
