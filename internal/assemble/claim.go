package assemble

import (
	"cmp"
	"slices"
	"strings"

	"kg/graph"
	"kg/internal/fact"
	"kg/internal/spool"
	"kg/schema"
)

// A claim is a fact between nodes, as numbers: it takes 64 bytes, whatever it
// says. Strings are numbers of a table.
type claim struct {
	from, to, claimed    int32 // nodes; claimed is -1 where the article itself says it
	relation, date, role int32 // strings
	doc, start, end      int32 // where the words stand
	rule                 int32 // a string
	order                int32 // among all claims: by document, then as they were read
	modality             schema.Modality
	copied               bool // from the original of the document
	confidence           float64
}

// pack writes what claims need of facts.
func pack(facts []fact.Fact) []byte {
	var c spool.Code
	for i := range facts {
		f := &facts[i]
		c.String(f.Relation)
		c.Int(f.Subject)
		c.Int(f.Object)
		c.Int(int(f.Modality))
		c.String(f.Date)
		c.String(f.Role)
		c.Int(f.Claimed)
		c.Float(f.Score)
		c.Int(f.Evidence.Span.Start)
		c.Int(f.Evidence.Span.End)
		c.String(f.Evidence.Rule)
	}
	return c
}

// unpack reads the next fact that pack wrote.
func unpack(d *spool.Decoder) (f fact.Fact) {
	f.Relation, f.Subject, f.Object = d.String(), d.Int(), d.Int()
	f.Modality = schema.Modality(d.Int())
	f.Date, f.Role, f.Claimed, f.Score = d.String(), d.String(), d.Int(), d.Float()
	f.Evidence.Span.Start, f.Evidence.Span.End = d.Int(), d.Int()
	f.Evidence.Rule = d.String()
	return f
}

// A table numbers strings. The empty one is 0.
type table struct {
	strings []string
	numbers map[string]int32
}

func newTable() *table { return &table{[]string{""}, map[string]int32{"": 0}} }

func (t *table) number(s string) int32 {
	n, ok := t.numbers[s]
	if !ok {
		n = int32(len(t.strings))
		t.strings, t.numbers[s] = append(t.strings, s), n
	}
	return n
}

// compare orders strings by their numbers.
func (t *table) compare(a, b int32) int {
	if a == b {
		return 0
	}
	return strings.Compare(t.strings[a], t.strings[b])
}

// sort turns claims of relations without direction so that the node of the
// smaller ID comes first, and puts all in the order of graph.Edges, of those of
// one key the surest first.
func (m *maker) sort() {
	m.rank = ranks(m.nodes)
	for i := range m.claims {
		if c := &m.claims[i]; m.symmetric(c.relation) && m.rank[c.from] > m.rank[c.to] {
			c.from, c.to = c.to, c.from
		}
	}
	slices.SortFunc(m.claims, func(a, b claim) int {
		return cmp.Or(m.compareKeys(&a, &b), cmp.Compare(b.confidence, a.confidence), m.table.compare(a.rule, b.rule), cmp.Compare(a.order, b.order))
	})
}

// compareKeys orders claims as graph.Edges orders edges; it is 0 for those of
// one edge.
func (m *maker) compareKeys(a, b *claim) int {
	if c := cmp.Or(cmp.Compare(m.rank[a.from], m.rank[b.from]), cmp.Compare(m.rank[a.to], m.rank[b.to])); c != 0 {
		return c
	}
	if a.relation != b.relation {
		return cmp.Compare(m.schema.RelationIndex(m.table.strings[a.relation]), m.schema.RelationIndex(m.table.strings[b.relation]))
	}
	return cmp.Or(cmp.Compare(a.modality, b.modality), m.table.compare(a.date, b.date), m.table.compare(a.role, b.role), cmp.Compare(m.rankOf(a.claimed), m.rankOf(b.claimed)))
}

// rankOf returns the rank of a node, -1 of none.
func (m *maker) rankOf(node int32) int32 {
	if node < 0 {
		return -1
	}
	return m.rank[node]
}

// ranks returns the places of nodes among them all sorted by ID.
func ranks(nodes []graph.Node) []int32 {
	order, out := make([]int32, len(nodes)), make([]int32, len(nodes))
	for n := range order {
		order[n] = int32(n)
	}
	slices.SortFunc(order, func(a, b int32) int { return strings.Compare(nodes[a].ID, nodes[b].ID) })
	for k, n := range order {
		out[n] = int32(k)
	}
	return out
}
