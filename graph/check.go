package graph

import (
	"errors"
	"fmt"
	"math"
	"unicode/utf8"

	"kg/schema"
)

// A Checker tells whether nodes and edges may be in a graph, one by one, for
// those who make a graph that is not in memory.
type Checker struct {
	schema *schema.Schema
	typeOf func(id string) (typ string, ok bool)
}

// NewChecker returns a checker by a schema; typeOf returns the type of the node
// of an ID, and whether there is one.
func NewChecker(s *schema.Schema, typeOf func(id string) (typ string, ok bool)) *Checker {
	return &Checker{s, typeOf}
}

// Node sorts the aliases of a node, each once, and returns an error if the node
// is incomplete or not allowed.
func (c *Checker) Node(n *Node) error {
	n.Aliases = distinct(n.Aliases)
	fail := func(format string, args ...any) error {
		return fmt.Errorf("node %q (%q): %s", n.ID, n.Label, fmt.Sprintf(format, args...))
	}
	if !IsID(n.ID) {
		return fail("the ID is not an XML NMTOKEN")
	}
	if _, ok := c.schema.Type(n.Type); !ok {
		return fail("unknown entity type %q", n.Type)
	}
	if n.Label == "" {
		return fail("no label")
	}
	if !validDate(n.Date) {
		return fail("date %q is not an ISO 8601 day, month, year or interval", n.Date)
	}
	for _, text := range append([]string{n.Label, n.Text}, n.Aliases...) {
		if !utf8.ValidString(text) {
			return fail("%q is not valid UTF-8", text)
		}
	}
	return nil
}

// Edge returns an error if the edge is incomplete or not allowed.
func (c *Checker) Edge(e *Edge) error {
	if err := c.edge(e); err != nil {
		return fmt.Errorf("edge %s -%s-> %s: %w", e.From, e.Relation, e.To, err)
	}
	return nil
}

func (c *Checker) edge(e *Edge) error {
	from, ok1 := c.typeOf(e.From)
	to, ok2 := c.typeOf(e.To)
	if !ok1 || !ok2 {
		return errors.New("no node of that ID")
	}
	if err := c.schema.Check(e.Relation, from, to); err != nil {
		return err
	}
	if e.Modality < schema.Asserted || e.Modality > schema.Denied {
		return fmt.Errorf("modality %d", e.Modality)
	}
	if !validDate(e.Date) {
		return fmt.Errorf("date %q is not an ISO 8601 day, month, year or interval", e.Date)
	}
	if math.IsNaN(e.Confidence) || e.Confidence < 0 || e.Confidence > 1 {
		return fmt.Errorf("confidence %v is not between 0 and 1", e.Confidence)
	}
	if e.Claimed != "" {
		if _, ok := c.typeOf(e.Claimed); !ok {
			return fmt.Errorf("claimed by %q, which is no node", e.Claimed)
		}
	}
	return checkEvidence(e)
}

func checkEvidence(e *Edge) error {
	if len(e.Evidence) == 0 {
		return errors.New("no evidence")
	}
	for _, x := range e.Evidence {
		if x.Doc == "" || x.Text == "" || x.Start < 0 || x.End-x.Start != len(x.Text) {
			return fmt.Errorf("evidence %q [%d, %d) does not fit its text of %d bytes", x.Doc, x.Start, x.End, len(x.Text))
		}
		if !utf8.ValidString(x.Text) || !utf8.ValidString(x.Doc) {
			return fmt.Errorf("evidence %q [%d, %d) is not valid UTF-8", x.Doc, x.Start, x.End)
		}
	}
	if !utf8.ValidString(e.Role) {
		return fmt.Errorf("role %q is not valid UTF-8", e.Role)
	}
	return nil
}
