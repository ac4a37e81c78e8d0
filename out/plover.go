package out

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"kg/graph"
	"kg/schema"
)

// ploverRelation is what mapping/plover.yaml says of a relation.
type ploverRelation struct {
	Asserted, Planned, Mode string
	Swap, Part, Host, Place bool
	To                      []string
}

var ploverTerms = lazily[string, ploverRelation]("plover.yaml")

// The roles of types in mapping/plover.yaml.
const (
	ploverActor = "actor"
	ploverEvent = "event"
)

// The event types of a meeting, and the classes of all event types.
const (
	ploverMeets    = "CONSULT"
	ploverWillMeet = "AGREE"
)

var ploverQuad = map[string]string{
	"AGREE": "VERBAL COOPERATION", "CONSULT": "VERBAL COOPERATION", "SUPPORT": "VERBAL COOPERATION", "CONCEDE": "VERBAL COOPERATION",
	"COOPERATE": "MATERIAL COOPERATION", "AID": "MATERIAL COOPERATION", "RETREAT": "MATERIAL COOPERATION",
	"REQUEST": "VERBAL CONFLICT", "ACCUSE": "VERBAL CONFLICT", "REJECT": "VERBAL CONFLICT", "THREATEN": "VERBAL CONFLICT",
	"PROTEST": "MATERIAL CONFLICT", "SANCTION": "MATERIAL CONFLICT", "MOBILIZE": "MATERIAL CONFLICT", "COERCE": "MATERIAL CONFLICT", "ASSAULT": "MATERIAL CONFLICT",
}

// PLOVER writes the events of the graph as CSV, a row each, in the order of the
// nodes: first a meeting with all who took part as actors and its hosts as
// recipients, then the acts of each node upon others. Several actors stand in one
// cell with "|" between them. Relations for which PLOVER has no event, and what is
// possible or denied, are left out. The whole graph is in memory.
func PLOVER(w io.Writer, s Source) error {
	g, err := whole(s)
	if err != nil {
		return err
	}
	terms, err := ploverTerms()
	if err != nil {
		return err
	}
	p := plover{g, terms, newTable(w, "id", "date", "event_type", "event_mode", "quad_class", "actor", "actor_type", "recipient", "recipient_type",
		"location", "modality", "confidence", "doc", "doc_date", "start", "end", "text")}
	for i := range g.Nodes() {
		n := &g.Nodes()[i]
		if terms.Types[n.Type] == ploverEvent {
			p.meeting(n)
		}
		p.acts(n)
	}
	return p.end()
}

type plover struct {
	graph *graph.Graph
	terms *mapping[string, ploverRelation]
	table
}

// acts writes the edges from n that are events between actors.
func (p plover) acts(n *graph.Node) {
	for _, e := range p.graph.EdgesOf(n.ID) {
		t := p.terms.Relations[e.Relation]
		to, _ := p.graph.Node(e.To)
		if e.From != n.ID || p.terms.Types[to.Type] == ploverEvent || len(t.To) > 0 && !slices.Contains(t.To, to.Type) {
			continue
		}
		kind, mode := t.Planned, ""
		if e.Modality == schema.Asserted {
			kind, mode = t.Asserted, t.Mode
		}
		if kind == "" || e.Modality > schema.Planned {
			continue
		}
		actor, recipient := []*graph.Node{n}, []*graph.Node{to}
		if t.Swap {
			actor, recipient = recipient, actor
		}
		p.event(e.ID, e.Date, kind, mode, actor, recipient, nil, &e)
	}
}

// meeting writes a meeting as one event of all who took part. The evidence is
// that of the first edge.
func (p plover) meeting(n *graph.Node) {
	var actors, hosts, places []*graph.Node
	var best *graph.Edge
	edges := p.graph.EdgesOf(n.ID)
	for i := range edges {
		e := &edges[i]
		t := p.terms.Relations[e.Relation]
		other, _ := p.graph.Node(e.From)
		takes := e.To == n.ID && (t.Part || t.Host) && p.terms.Types[other.Type] == ploverActor
		switch {
		case e.Modality > schema.Planned:
			continue
		case takes && t.Host:
			hosts = append(hosts, other)
		case takes:
			actors = append(actors, other)
		case t.Place && e.From == n.ID:
			place, _ := p.graph.Node(e.To)
			places = append(places, place)
			continue
		default:
			continue
		}
		if best == nil || e.Modality < best.Modality {
			best = e
		}
	}
	if best == nil {
		return
	}
	actors = slices.DeleteFunc(actors, func(a *graph.Node) bool { return slices.Contains(hosts, a) })
	if len(actors) == 0 {
		actors, hosts = hosts, nil
	}
	kind := ploverMeets
	if best.Modality == schema.Planned {
		kind = ploverWillMeet
	}
	p.event(n.ID, cmp.Or(n.Date, best.Date), kind, "", actors, hosts, places, best)
}

func (p plover) event(id, date, kind, mode string, actors, recipients, places []*graph.Node, e *graph.Edge) {
	label := func(n *graph.Node) string { return n.Label }
	typ := func(n *graph.Node) string { return n.Type }
	x := &e.Evidence[0]
	p.row(id, date, kind, mode, ploverQuad[kind], each(actors, label), each(actors, typ), each(recipients, label), each(recipients, typ),
		each(places, label), e.Modality.String(), number(e.Confidence), x.Doc, x.Date, strconv.Itoa(x.Start), strconv.Itoa(x.End), x.Text)
}

// each returns what f says of every node once, in order, with "|" between them.
func each(nodes []*graph.Node, f func(*graph.Node) string) string {
	var b strings.Builder
	for i, n := range nodes {
		if i > 0 && n == nodes[i-1] {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('|')
		}
		b.WriteString(strings.ReplaceAll(f(n), "|", "¦"))
	}
	return b.String()
}
