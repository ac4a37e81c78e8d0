package resolve

import (
	"kg/internal/fact"
	"kg/internal/spool"
)

// A loader makes items of a type of what a Gatherer has put away.
type loader struct {
	*resolver
	typ   string
	doc   int32  // whose code is in buf; -1 for none
	buf   []byte // a document's code
	code  spool.Decoder
	first map[string]firstOf // by type and the code of their names; nil if nothing is to be kept
	key   []byte
}

// A firstOf is what the first item of some names shares with the others.
type firstOf struct {
	*fact.Entity
	*parsed
}

// load returns the items of a type at these spots, in their order.
func (r *resolver) load(typ string, spots []spot) ([]item, error) {
	l := &loader{resolver: r, typ: typ, doc: -1, first: map[string]firstOf{}}
	out := make([]item, len(spots))
	for i, s := range spots {
		var err error
		if out[i], err = l.item(s); err != nil {
			return nil, err
		}
	}
	number(out)
	return out, nil
}

// each calls do with each item of a type at these spots, and its place among
// them. The items are not kept.
func (r *resolver) each(typ string, spots []spot, do func(i int, it *item)) error {
	l := &loader{resolver: r, typ: typ, doc: -1}
	for i, s := range spots {
		if i%portion == 0 {
			l.code = spool.Decoder{} // and what it knows
		}
		it, err := l.item(s)
		if err != nil {
			return err
		}
		do(i, &it)
	}
	return nil
}

// item makes one item.
func (l *loader) item(s spot) (it item, err error) {
	if s.doc != l.doc {
		if l.buf, err = l.spool.Get(l.docs[s.doc].place, l.buf); err != nil {
			return it, err
		}
		l.doc = s.doc
	}
	d := &l.code
	d.Reset(l.buf[s.at:])
	it = item{Entity: &fact.Entity{Type: d.String()}, typ: l.typ, part: Part{Reading: int(s.doc)}, doc: l.docs[s.doc].name, story: l.stories[s.doc]}
	d.Skip() // what may be mistaken
	l.names(&it, d.Bytes())
	d.Int() // the length of what follows
	it.unpack(d)
	it.head(l.lands)
	return it, d.Err()
}

// names gives an item its names; items of the same names share them.
func (l *loader) names(it *item, code []byte) {
	l.key = append(append(l.key[:0], it.Type...), code...)
	if f, ok := l.first[string(l.key)]; ok {
		it.Name, it.Aliases, it.parsed = f.Name, f.Aliases, f.parsed
		return
	}
	var d spool.Decoder // not the loader's, which would keep the strings
	d.Reset(code)
	it.Name, it.Aliases = d.String(), d.Strings()
	it.parsed = parse(it.Type, it.Name, it.Aliases)
	if l.first != nil {
		l.first[string(l.key)] = firstOf{it.Entity, it.parsed}
	}
}
