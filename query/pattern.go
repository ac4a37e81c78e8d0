package query

import (
	"slices"
	"strconv"

	"github.com/alecthomas/participle/v2/lexer"
)

// maxHops is how many relations in a row a pattern without a bound walks.
const maxHops = 50

// A nodeSpec is what a pattern wants of one node.
type nodeSpec struct {
	slot  int
	types []string // nil: any
	tests []value  // of this node alone; all must be true
	exact []int32  // numbers of the only nodes it may be, sorted; nil: any
}

// A relSpec is what a pattern wants of one relation, or of each in a row.
type relSpec struct {
	slot      int
	from, to  int // slots of nodes, as written
	out, in   bool
	relations []string // nil: any
	tests     []func(m *machine, edge int32) bool
	denied    bool // what is denied counts too
	many      bool // a row of relations
	low, high int  // how many, of a row
	shortest  bool // only the shortest rows
	all       bool // of several shortest, all
}

// A shape is what the patterns of one MATCH want.
type shape struct {
	nodes []*nodeSpec // by the first use
	rels  []*relSpec
}

func (s *shape) node(slot int) *nodeSpec {
	i := slices.IndexFunc(s.nodes, func(n *nodeSpec) bool { return n.slot == slot })
	if i < 0 {
		s.nodes = append(s.nodes, &nodeSpec{slot: slot})
		i = len(s.nodes) - 1
	}
	return s.nodes[i]
}

// pattern adds a pattern to a shape.
func (c *compiler) pattern(s *shape, p *pattern) error {
	ch := p.Chain
	if p.Kind != "" {
		ch = p.Short
		if len(ch.Links) != 1 {
			return failf(p.Pos, "write shortestPath((a)-[*..6]-(b))", "%s takes two nodes with a relation between them", p.Kind)
		}
	}
	parts, err := c.chain(s, ch)
	if err != nil {
		return err
	}
	if p.Kind != "" {
		if err := c.short(s.rels[len(s.rels)-1], p); err != nil {
			return err
		}
	}
	c.chains = append(c.chains, parts)
	if p.Path == "" {
		return nil
	}
	i, err := c.fresh(p.Pos, p.Path, pathSort)
	if err == nil {
		c.slots[i].parts = parts
	}
	return err
}

// short makes the row of relations a shortest one.
func (c *compiler) short(r *relSpec, p *pattern) error {
	if !r.many {
		r.many, r.low, r.high = true, 1, 1
		c.slots[r.slot].sort = trailSort
	}
	if r.low > 1 {
		return failf(p.Pos, "", "a shortest path cannot be of %d relations at least", r.low)
	}
	r.shortest, r.all = true, p.Kind[0] == 'a' || p.Kind[0] == 'A'
	return nil
}

// chain adds nodes and relations to a shape and returns their slots in turn.
func (c *compiler) chain(s *shape, ch *chain) ([]int, error) {
	at, err := c.nodeSpec(s, ch.First)
	if err != nil {
		return nil, err
	}
	parts := []int{at}
	for _, l := range ch.Links {
		to, err := c.nodeSpec(s, l.Node)
		if err != nil {
			return nil, err
		}
		r, err := c.relSpec(l.Rel)
		if err != nil {
			return nil, err
		}
		r.from, r.to = parts[len(parts)-1], to
		s.rels = append(s.rels, r)
		parts = append(parts, r.slot, to)
	}
	return parts, nil
}

func (c *compiler) nodeSpec(s *shape, n *nodeSyntax) (int, error) {
	at, err := c.node(n.Pos, n.Var)
	if err != nil {
		return 0, err
	}
	spec := s.node(at)
	if err := known(n.Types, "type", typeNames(c.g.Schema())); err != nil {
		return 0, err
	}
	if len(n.Types) > 0 {
		types := words(n.Types)
		if spec.types != nil {
			types = slices.DeleteFunc(types, func(t string) bool { return !slices.Contains(spec.types, t) })
		}
		spec.types = types
	}
	for _, p := range n.Props {
		left := &operand{Pos: p.Pos, Ref: &reference{Pos: p.Pos, Var: c.slots[at].name, Prop: &word{p.Pos, p.Name}}}
		v, err := c.property(left.Ref, at)
		if err != nil {
			return 0, err
		}
		test, err := c.equals(p.Value.Pos, v, p.Value)
		if err != nil {
			return 0, err
		}
		spec.add(test)
	}
	return at, nil
}

// add adds a condition on the node alone.
func (n *nodeSpec) add(test value) {
	if !test.sure {
		n.tests = append(n.tests, test)
	}
	switch {
	case test.exact == nil:
		return
	case n.exact == nil:
		n.exact = test.exact
		return
	}
	n.exact = slices.DeleteFunc(slices.Clone(n.exact), func(p int32) bool { return !slices.Contains(test.exact, p) })
}

func (c *compiler) relSpec(r *relSyntax) (*relSpec, error) {
	spec := &relSpec{out: r.Right || !r.Left, in: r.Left || !r.Right, low: 1, high: 1, denied: c.allDenied}
	body := r.Body
	if body == nil {
		body = &relBody{}
	}
	if err := known(body.Types, "relation", relationNames(c.g.Schema())); err != nil {
		return nil, err
	}
	spec.relations = words(body.Types)
	sort := edgeSort
	if body.Hops != nil {
		sort, spec.many = trailSort, true
		if err := spec.bounds(body.Hops); err != nil {
			return nil, err
		}
	}
	var err error
	if spec.slot, err = c.fresh(r.Pos, body.Var, sort); err != nil {
		return nil, err
	}
	spec.denied = spec.denied || body.Var != "" && c.spoken[variable(body.Var)]
	for _, p := range body.Props {
		if err := c.edgeTest(spec, p); err != nil {
			return nil, err
		}
	}
	return spec, nil
}

// edgeTest adds a condition on each relation of a row, or the one.
func (c *compiler) edgeTest(spec *relSpec, p *property) error {
	i := slices.IndexFunc(edgeProperties, func(x edgeProperty) bool { return x.name == p.Name })
	if i < 0 {
		return unknownProperty(p.Pos, p.Name, edgeSort)
	}
	want, err := c.literal(p.Value)
	if err != nil {
		return err
	}
	prop := edgeProperties[i]
	if err := c.possible(p.Value.Pos, want.constant, closed(c.g.Schema(), false, p.Name), p.Name); err != nil {
		return err
	}
	spec.denied = spec.denied || speaksOfModality(p.Name)
	spec.tests = append(spec.tests, func(m *machine, edge int32) bool { return equal(prop.value(m, edge), want.constant) == true })
	return nil
}

// bounds reads how many relations a row has.
func (r *relSpec) bounds(h *hops) error {
	r.low, r.high = 1, maxHops
	var err error
	if h.Low != "" {
		if r.low, err = count(h.Pos, h.Low); err != nil {
			return err
		}
		if !h.Dots {
			r.high = r.low
		}
	}
	if h.High != "" {
		if r.high, err = count(h.Pos, h.High); err != nil {
			return err
		}
	}
	if r.low > r.high {
		return failf(h.Pos, "", "no row of relations has at least %d and at most %d", r.low, r.high)
	}
	return nil
}

func count(at lexer.Position, text string) (int, error) {
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > maxHops {
		return 0, failf(at, "", "%s is not a number of relations from 0 to %d", text, maxHops)
	}
	return n, nil
}

func words(list []*word) []string {
	var out []string
	for _, w := range list {
		out = append(out, w.Text)
	}
	return out
}
