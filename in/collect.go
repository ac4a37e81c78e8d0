package in

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"kg/graph"
	"kg/schema"
)

// A record is a node or an edge as a file has it.
type record struct {
	scan       *scan
	start, end int               // bytes of the file
	values     map[string]string // by name of the attribute, in small letters
}

func (r *record) fail(format string, args ...any) { r.scan.fail(r.start, format, args...) }

// first returns the first value among names that is not empty.
func (r *record) first(names ...string) string {
	for _, n := range names {
		if v := strings.TrimSpace(r.values[n]); v != "" {
			return v
		}
	}
	return ""
}

// A collector makes nodes and edges of records.
type collector struct {
	schema   *schema.Schema
	options  Options
	nodes    []graph.Node
	given    []string       // the ID of each node in its file
	at       map[string]int // place in nodes, by that ID
	records  []record       // of edges
	edges    []graph.Edge
	evidence map[string][]graph.Evidence // of edges, by the ID in their file
	place    *record                     // the first row of a table of evidence
	errs     []error
}

// node adds a node.
func (c *collector) node(r record) {
	id := r.first("id")
	if _, there := c.at[id]; there || id == "" {
		r.fail("node %q: %s", id, map[bool]string{true: "another node has the same id", false: "no id"}[there])
		return
	}
	n := graph.Node{ID: id, Type: c.known(r.first("type", "entity_type", "category"), c.typeNames()), Label: r.values["label"],
		Aliases: split(r.values["aliases"]), Date: r.first("date"), Text: r.values["text"]}
	if strings.TrimSpace(n.Label) == "" {
		n.Label = r.first("nodelabel", "name", "id")
	}
	if n.Type == "" {
		n.Type = c.options.Type
	}
	if n.Type == "" {
		r.fail("node %q: unknown type %q; known: %s; --type says what nodes without one are", n.Label, r.first("type"), strings.Join(c.typeNames(), ", "))
	}
	c.at[id] = len(c.nodes)
	c.given = append(c.given, id)
	c.nodes = append(c.nodes, n)
}

// edge keeps an edge until all nodes are known.
func (c *collector) edge(r record) { c.records = append(c.records, r) }

// finish names the nodes whose IDs kg does not allow, and makes the edges.
func (c *collector) finish() {
	c.complete()
	taken := map[string]bool{}
	var renamed []int
	for i := range c.nodes {
		if graph.IsID(c.nodes[i].ID) {
			taken[c.nodes[i].ID] = true
		} else {
			renamed = append(renamed, i)
		}
	}
	for _, i := range renamed {
		one := []graph.Node{c.nodes[i]}
		graph.AssignIDsWith(c.schema, one)
		id := one[0].ID
		for k := 2; taken[id]; k++ {
			id = one[0].ID + "-" + strconv.Itoa(k)
		}
		taken[id] = true
		c.nodes[i].ID = id
	}
	proven := false // an edge has evidence of a table
	for i := range c.records {
		if len(c.errs) >= maxErrors {
			return
		}
		c.make(&c.records[i])
		proven = proven || len(c.evidence[c.records[i].first("id")]) > 0
	}
	if c.place != nil && !proven { // where some fit, the others are of edges that the user took out
		c.place.fail("evidence of the edge %q, but no table has this edge or that of another row", c.place.first("edge"))
	}
}

// complete adds the nodes that only edges name, if it is said what those are.
func (c *collector) complete() {
	for i := range c.records {
		r := &c.records[i]
		for _, id := range []string{r.first("source"), r.first("target")} {
			if _, there := c.at[id]; !there && id != "" && c.options.Type != "" {
				c.node(record{scan: r.scan, start: r.start, end: r.end, values: map[string]string{"id": id}})
			}
		}
	}
}

// make makes the edges of a record: one, or where several dates, roles or
// claimants were joined by kg, as many, taken in their order.
func (c *collector) make(r *record) {
	from, ok1 := c.at[r.first("source")]
	to, ok2 := c.at[r.first("target")]
	if !ok1 || !ok2 {
		r.fail("edge from %q to %q: no node of that id", r.first("source"), r.first("target"))
		return
	}
	e := graph.Edge{From: c.nodes[from].ID, To: c.nodes[to].ID, Rule: r.first("rule")}
	if !c.kind(r, &e) || !c.confidence(r, &e) || !c.proof(r, &e) {
		return
	}
	if e.Rule == "" {
		e.Rule = e.Evidence[0].Rule
	}
	if c.parts(r, e) {
		return
	}
	dates, roles, claims := alternatives(r.first("date", "spell")), alternatives(r.values["role"]), alternatives(r.values["claimed"])
	for i := range max(len(dates), len(roles), len(claims)) {
		one := e
		one.Date, one.Role, one.Claimed = nth(dates, i), nth(roles, i), nth(claims, i)
		if at, ok := c.at[one.Claimed]; ok {
			one.Claimed = c.nodes[at].ID
		}
		c.edges = append(c.edges, one)
	}
}

// own is what each place of the evidence says of its edge, where kg wrote several
// edges as one.
type own struct {
	Date, Role, Claimed, Rule string
	Confidence                float64
}

// parts makes the edges that kg wrote as one, if the places of the evidence say
// which each belongs to.
func (c *collector) parts(r *record, e graph.Edge) bool {
	var list []struct{ Edge *own }
	if json.Unmarshal([]byte(r.first("evidence")), &list) != nil || len(list) != len(e.Evidence) {
		return false
	}
	first := len(c.edges)
	for i, x := range list {
		if x.Edge == nil {
			c.edges = c.edges[:first]
			return false
		}
		one := e
		one.Date, one.Role, one.Claimed, one.Rule, one.Confidence = x.Edge.Date, x.Edge.Role, x.Edge.Claimed, x.Edge.Rule, x.Edge.Confidence
		if at, ok := c.at[one.Claimed]; ok {
			one.Claimed = c.nodes[at].ID
		}
		one.Evidence = e.Evidence[i : i+1 : i+1]
		c.edges = append(c.edges, one) // those that are alike in all else become one in the graph
	}
	return len(list) > 0
}

// kind reads relation and modality. Gephi may have kept only the kind or the
// label of an edge: "met (planned)".
func (c *collector) kind(r *record, e *graph.Edge) bool {
	kind, status, _ := strings.Cut(r.first("kind", "label attribute", "edge kind", "interaction"), " (")
	for _, name := range []string{r.first("relation"), kind, r.first("label", "edge label", "edgelabel"), c.options.Relation} {
		if e.Relation = c.known(name, c.relationNames()); e.Relation != "" {
			break
		}
	}
	if e.Relation == "" {
		r.fail("edge from %q to %q: unknown relation %q; known: %s; --relation says what edges without one are", r.first("source"), r.first("target"),
			r.first("relation", "kind", "label attribute", "label"), strings.Join(c.relationNames(), ", "))
		return false
	}
	name := r.first("modality", "status")
	if name == "" {
		name = strings.TrimSuffix(status, ")")
	}
	if name == "" {
		name = schema.Asserted.String()
	}
	var ok bool
	if e.Modality, ok = schema.ParseModality(name); !ok {
		r.fail("edge from %q to %q: unknown modality %q; known: asserted, planned, possible, denied", r.first("source"), r.first("target"), name)
	}
	return ok
}

func (c *collector) confidence(r *record, e *graph.Edge) bool {
	text := r.first("confidence")
	if text == "" {
		e.Confidence = 1
		return true
	}
	v, err := strconv.ParseFloat(text, 64)
	if e.Confidence = v; err != nil || !(v >= 0 && v <= 1) {
		r.fail("confidence %q is not between 0 and 1", text)
		return false
	}
	return true
}

// proof reads the evidence. An edge without is told by the file itself.
func (c *collector) proof(r *record, e *graph.Edge) bool {
	if list := c.evidence[r.first("id")]; len(list) > 0 {
		e.Evidence = list
		return true
	}
	text := r.first("evidence")
	if text == "" {
		data := r.scan.Data[r.start:r.end]
		if !utf8.Valid(data) {
			r.fail("the file is not UTF-8")
			return false
		}
		e.Evidence = []graph.Evidence{{Doc: r.scan.Name, Start: r.start, End: r.end, Text: string(data), Rule: "import"}}
		return true
	}
	var err error
	if e.Evidence, err = evidence([]byte(text)); err != nil {
		r.fail("evidence: %s", err)
	}
	return err == nil
}

// evidence reads a JSON array of places.
func evidence(text []byte) ([]graph.Evidence, error) {
	var list []struct {
		Doc, Text, Date, Rule, Copy string
		Start                       int
		End                         *int
	}
	if err := json.Unmarshal(text, &list); err != nil {
		return nil, fmt.Errorf("no JSON array of places: %w", formOf(err))
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("none")
	}
	var out []graph.Evidence
	for _, x := range list {
		end := x.Start + len(x.Text)
		if x.Doc == "" || x.Text == "" || x.End != nil && *x.End != end {
			return nil, fmt.Errorf("%q from byte %d is not a text of %d bytes", x.Doc, x.Start, len(x.Text))
		}
		out = append(out, graph.Evidence{Doc: x.Doc, Start: x.Start, End: end, Text: x.Text, Date: x.Date, Rule: x.Rule, Copy: x.Copy})
	}
	return out, nil
}

// known returns the name as the list has it, whatever its capitals; empty if
// it does not.
func (c *collector) known(name string, list []string) string {
	if i := slices.IndexFunc(list, func(s string) bool { return strings.EqualFold(s, name) }); i >= 0 {
		return list[i]
	}
	return ""
}

func (c *collector) typeNames() []string {
	var out []string
	for _, t := range c.schema.Types() {
		out = append(out, t.Name)
	}
	return out
}

func (c *collector) relationNames() []string {
	var out []string
	for _, r := range c.schema.Relations() {
		out = append(out, r.Name)
	}
	return out
}

// split takes apart what out joins.
func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

// alternatives takes apart what out joins, one empty value at least.
func alternatives(s string) []string {
	if s = strings.TrimSpace(s); s == "" {
		return []string{""}
	}
	return strings.Split(s, "|")
}

// nth returns an element of a list, the last if it has fewer.
func nth(list []string, i int) string { return list[min(i, len(list)-1)] }
