// Package assemble turns the readings of documents and the entities that they
// share into a graph: readings go in one by one, nodes and edges come out in
// their order. In between the facts are numbers, and what is long is on the
// disk.
package assemble

import (
	"fmt"

	"kg/graph"
	"kg/internal/copies"
	"kg/internal/correct"
	"kg/internal/fact"
	"kg/internal/resolve"
	"kg/internal/source"
	"kg/internal/spool"
	"kg/schema"
)

// A Sink takes a graph piece by piece: the nodes sorted by ID, then the edges
// in the order of graph.Edges. What it is given is its own.
type Sink interface {
	Node(*graph.Node)
	Edge(*graph.Edge)
}

// An Assembler takes documents and what was read from them, and makes one graph
// of all. Of a document it keeps its name and where the rest is.
type Assembler struct {
	spool  *spool.Spool
	docs   []document
	facts  int
	copies *copies.Finder
}

// A document is where the text of a document and its facts are.
type document struct {
	name, date  string
	text, facts spool.Place
}

// New returns an assembler that keeps in s what does not stay in memory.
func New(s *spool.Spool) *Assembler { return &Assembler{spool: s, copies: copies.NewFinder(s)} }

// Add adds a document and what was read from it, neither of which it keeps.
func (a *Assembler) Add(doc *source.Document, r *fact.Reading) {
	a.facts += len(r.Facts)
	a.copies.Add(copies.Text{Name: doc.Name, Date: doc.Date, Text: doc.Text})
	a.docs = append(a.docs, document{r.Doc, r.Date, a.spool.Put([]byte(doc.Text)), a.spool.Put(pack(r.Facts))})
}

// Made is what came of making a graph.
type Made struct {
	Nodes, Edges int
	Idle         []string // a message for each correction that does not apply
}

// Make gives the sink the graph of all documents, without the edges that a
// person has dropped and with those added. The entities are those of the
// readings that were added, amended already. The result does not depend on the
// order of the documents. Facts that the schema forbids once their entities are
// known by what other documents say of them are left out, and so are nodes of
// which nothing is told. The error tells of a fact that the schema forbids or of
// what cannot be read again.
func (a *Assembler) Make(sch *schema.Schema, entities *resolve.Result, c *correct.Corrections, sink Sink) (Made, error) {
	var made Made
	m := &maker{Assembler: a, schema: sch, nodes: nodesOf(sch, entities), of: entities.Of, table: newTable(), claims: make([]claim, 0, a.facts)}
	if err := m.collect(); err != nil {
		return made, err
	}
	if !c.Empty() {
		f := finder{a.names(), entities}
		dropped := m.drop(f, c.Drop)
		added, err := m.add(f, c.Add)
		if err != nil {
			return made, err
		}
		made.Idle = append(dropped, added...)
	}
	m.firm()
	m.mergeDates()
	m.sort()
	var err error
	if made.Nodes, err = m.writeNodes(sink); err == nil {
		made.Edges, err = m.writeEdges(sink)
	}
	return made, err
}

// names returns the names of the documents.
func (a *Assembler) names() []string {
	out := make([]string, len(a.docs))
	for d := range a.docs {
		out[d] = a.docs[d].name
	}
	return out
}

// A maker is the state of one run of Make.
type maker struct {
	*Assembler
	schema *schema.Schema
	nodes  []graph.Node // by entity
	of     [][]int      // the entities of the documents' entities
	rank   []int32      // of nodes, by ID
	table  *table
	claims []claim
	pushed int32 // claims, also those dropped since
	copied copied
}

// nodesOf makes the nodes of entities.
func nodesOf(sch *schema.Schema, entities *resolve.Result) []graph.Node {
	nodes := make([]graph.Node, len(entities.Entities))
	for i, e := range entities.Entities {
		nodes[i] = graph.Node{Type: e.Type, Label: e.Name, Aliases: e.Aliases, Date: e.Date, Text: e.Text}
	}
	graph.AssignIDsWith(sch, nodes)
	return nodes
}

// collect makes claims of the facts of all documents.
func (m *maker) collect() error {
	original, err := m.copies.Find()
	if err != nil {
		return err
	}
	m.copies = nil // its memory is wanted
	m.copied = copied{maker: m, original: original, words: map[int]string{}}
	var d spool.Decoder
	var buf []byte
	for doc := range m.docs {
		if buf, err = m.spool.Get(m.docs[doc].facts, buf); err != nil {
			return err
		}
		for d.Reset(buf); d.More(); {
			if err := m.claim(doc, &d); err != nil {
				return err
			}
		}
	}
	return d.Err()
}

// claim makes a claim of the next fact of a document, unless it is between two
// names of one thing, or with a type that other documents know better.
func (m *maker) claim(doc int, d *spool.Decoder) error {
	f := unpack(d)
	of := m.of[doc]
	c := claim{from: int32(of[f.Subject]), to: int32(of[f.Object]), claimed: -1}
	if c.from == c.to || !m.allowed(f.Relation, c.from, c.to) {
		return nil
	}
	if f.Claimed >= 0 {
		c.claimed = int32(of[f.Claimed])
	}
	c.relation, c.modality, c.date, c.role = m.table.number(f.Relation), f.Modality, m.table.number(f.Date), m.table.number(f.Role)
	c.confidence, c.rule = f.Score, m.table.number(f.Evidence.Rule)
	c.doc, c.start, c.end = int32(doc), int32(f.Evidence.Span.Start), int32(f.Evidence.Span.End)
	var err error
	c.copied, err = m.copied.has(&c)
	m.push(c)
	return err
}

// push adds a claim behind the others.
func (m *maker) push(c claim) {
	c.order = m.pushed
	m.pushed++
	m.claims = append(m.claims, c)
}

// allowed reports whether the schema has the relation between two nodes. A
// relation that it has not at all is left to writeEdges to report.
func (m *maker) allowed(relation string, from, to int32) bool {
	if _, known := m.schema.Relation(relation); !known {
		return true
	}
	return m.schema.Check(relation, m.nodes[from].Type, m.nodes[to].Type) == nil
}

// symmetric reports whether a relation has no direction.
func (m *maker) symmetric(relation int32) bool {
	r, ok := m.schema.Relation(m.table.strings[relation])
	return ok && r.Symmetric
}

// writeNodes gives the nodes that something is told of, and returns how many
// they are.
func (m *maker) writeNodes(sink Sink) (int, error) {
	joined := make([]bool, len(m.nodes))
	for i := range m.claims {
		c := &m.claims[i]
		joined[c.from], joined[c.to] = true, true
		if c.claimed >= 0 {
			joined[c.claimed] = true
		}
	}
	order := make([]int32, len(m.nodes))
	for n, k := range m.rank {
		order[k] = int32(n)
	}
	check := graph.NewChecker(m.schema, nil)
	count := 0
	for k, i := range order {
		n := m.nodes[i]
		if k > 0 && n.ID == m.nodes[order[k-1]].ID {
			return count, fmt.Errorf("two nodes of the ID %s", n.ID)
		}
		if !joined[i] && isVague(&n) {
			continue
		}
		if err := check.Node(&n); err != nil {
			return count, err
		}
		sink.Node(&n)
		count++
	}
	return count, nil
}

// writeEdges gives an edge for each key of the sorted claims, and returns how
// many they are.
func (m *maker) writeEdges(sink Sink) (count int, err error) {
	var at *claim
	check := graph.NewChecker(m.schema, func(id string) (string, bool) {
		for _, n := range []int32{at.from, at.to, at.claimed} {
			if n >= 0 && m.nodes[n].ID == id {
				return m.nodes[n].Type, true
			}
		}
		return "", false
	})
	for lo, hi := 0, 0; lo < len(m.claims); lo = hi {
		at = &m.claims[lo]
		var edges []graph.Edge
		for hi = lo; hi < len(m.claims) && m.compareKeys(at, &m.claims[hi]) == 0; hi++ {
			e, err := m.edge(&m.claims[hi])
			if err == nil {
				err = check.Edge(&e)
			}
			if err != nil {
				return count, err
			}
			edges = append(edges, e)
		}
		e := graph.Merge(edges)
		sink.Edge(&e)
		count++
	}
	return count, nil
}

// edge makes an edge of a claim alone.
func (m *maker) edge(c *claim) (graph.Edge, error) {
	doc := &m.docs[c.doc]
	said, err := m.said(c)
	s := m.table.strings
	e := graph.Edge{
		From: m.nodes[c.from].ID, To: m.nodes[c.to].ID, Relation: s[c.relation], Modality: c.modality, Date: s[c.date], Role: s[c.role],
		Confidence: c.confidence, Rule: s[c.rule],
		Evidence: []graph.Evidence{{Doc: doc.name, Start: int(c.start), End: int(c.end), Text: said, Date: doc.date, Rule: s[c.rule]}},
	}
	if c.claimed >= 0 {
		e.Claimed = m.nodes[c.claimed].ID
	}
	if c.copied {
		e.Evidence[0].Copy = m.docs[m.copied.original[c.doc]].name
	}
	return e, err
}

// said returns the words that are the evidence of a claim.
func (m *maker) said(c *claim) (string, error) {
	return m.spool.String(m.docs[c.doc].text.Part(int(c.start), int(c.end)))
}

// Graph returns the graph of all readings by the embedded schema; see
// GraphWith.
func Graph(docs []*source.Document, readings []*fact.Reading, entities *resolve.Result) (*graph.Graph, error) {
	sch, err := schema.Load()
	if err != nil {
		return nil, err
	}
	return GraphWith(sch, docs, readings, entities)
}

// GraphWith returns the graph of all readings in memory; see Assembler.Make. The
// documents are those of the readings, in the same order.
func GraphWith(sch *schema.Schema, docs []*source.Document, readings []*fact.Reading, entities *resolve.Result) (*graph.Graph, error) {
	g, _, err := Corrected(sch, docs, readings, entities, nil)
	return g, err
}

// Corrected returns the graph that GraphWith returns, without the edges that a
// person has dropped and with those added, and a message for each correction
// that no longer applies. The entities are amended already.
func Corrected(sch *schema.Schema, docs []*source.Document, readings []*fact.Reading, entities *resolve.Result, c *correct.Corrections) (*graph.Graph, []string, error) {
	a := New(&spool.Spool{})
	for d, r := range readings {
		a.Add(docs[d], r)
	}
	var all pieces
	made, err := a.Make(sch, entities, c, &all)
	if err != nil {
		return nil, made.Idle, err
	}
	g, err := graph.NewWith(sch, all.nodes, all.edges)
	return g, made.Idle, err
}

// pieces is a Sink that keeps what it is given.
type pieces struct {
	nodes []graph.Node
	edges []graph.Edge
}

func (p *pieces) Node(n *graph.Node) { p.nodes = append(p.nodes, *n) }
func (p *pieces) Edge(e *graph.Edge) { p.edges = append(p.edges, *e) }
