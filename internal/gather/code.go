package gather

import (
	"kg/graph"
	"kg/internal/spool"
	"kg/schema"
)

// pack adds an edge to a code.
func pack(c spool.Code, e *graph.Edge) spool.Code {
	for _, s := range []string{e.From, e.To, e.Relation, e.Date, e.Role, e.Claimed, e.Rule} {
		c.String(s)
	}
	c.Int(int(e.Modality))
	c.Float(e.Confidence)
	c.Int(len(e.Evidence))
	for _, x := range e.Evidence {
		c.String(x.Doc)
		c.Int(x.Start)
		c.Int(x.End)
		c.String(x.Text)
		c.String(x.Date)
		c.String(x.Rule)
		c.String(x.Copy)
	}
	return c
}

// unpack reads an edge that pack wrote.
func unpack(d *spool.Decoder) (e graph.Edge) {
	for _, s := range []*string{&e.From, &e.To, &e.Relation, &e.Date, &e.Role, &e.Claimed, &e.Rule} {
		*s = d.String()
	}
	e.Modality, e.Confidence = schema.Modality(d.Int()), d.Float()
	e.Evidence = make([]graph.Evidence, d.Int())
	for i := range e.Evidence {
		x := &e.Evidence[i]
		x.Doc, x.Start, x.End, x.Text, x.Date, x.Rule, x.Copy = d.String(), d.Int(), d.Int(), d.Text(), d.String(), d.String(), d.String()
	}
	return e
}

// memory is after how many edges the strings that they share are forgotten.
const memory = 1 << 14

// A reader reads edges from the spool and checks them.
type reader struct {
	g     *Gatherer
	check *graph.Checker
	key   *key // of the edge in hand
	code  spool.Decoder
	buf   []byte
	count int
	errs  []error
}

// append adds the edge of a key to a list, or an error to the errors.
func (r *reader) append(list []graph.Edge, k *key) []graph.Edge {
	if r.count++; r.count%memory == 0 {
		r.code.Forget()
	}
	r.key = k
	var err error
	if r.buf, err = r.g.spool.Get(k.place, r.buf); err == nil {
		r.code.Reset(r.buf)
		e := unpack(&r.code)
		if err = r.code.Err(); err == nil {
			err = r.check.Edge(&e)
		}
		list = append(list, e)
	}
	if err != nil {
		r.errs = append(r.errs, err)
	}
	return list
}

// typeOf returns the type of the node of an ID, and whether there is one. The
// key of the edge in hand says where its ends are; others are searched for.
func (r *reader) typeOf(id string) (string, bool) {
	for _, n := range [...]int32{r.key.from, r.key.to} {
		if int(n) < len(r.g.nodes) && r.g.nodes[n].ID == id {
			return r.g.nodes[n].Type, true
		}
	}
	return r.g.typeOf(id)
}
