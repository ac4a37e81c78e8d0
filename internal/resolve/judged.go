package resolve

import (
	"slices"
	"strings"
)

// A Ref names entities of documents: by a name, where several have it also by
// type or document.
type Ref struct{ Name, Type, Doc string }

// A Pair is two that a person has judged to be the same or not.
type Pair struct{ A, B Ref }

// Judged is what a person has judged. It overrules all else: what is different
// is never joined, what is the same always, even where one document tells them
// apart or their types differ. What is both is different.
type Judged struct{ Same, Different []Pair }

// means reports whether r, of which key is the name as compared, means an
// entity: by the name that its document calls it best if main is set, or else
// by any.
func (r Ref) means(it *item, key string, main bool) bool {
	if r.Type != "" && r.Type != it.Type && r.Type != it.typ || r.Doc != "" && r.Doc != it.doc {
		return false
	}
	if main {
		return key != "" && it.label.key == key || it.Name == r.Name
	}
	return slices.ContainsFunc(it.names, func(n name) bool { return n.key == key })
}

// find returns the items that r means: those whose best name it is, or, if
// there are none, those that have it among their names.
func (r *resolver) find(ref Ref) (found []int) {
	key := strings.Join(words(ref.Name), " ")
	for _, main := range []bool{true, false} {
		for i := range r.items {
			if ref.means(&r.items[i], key, main) {
				found = append(found, i)
			}
		}
		if found != nil {
			return found
		}
	}
	return nil
}

// judged returns the types of which a person has judged items.
func (r *resolver) judged(j Judged) ([]string, error) {
	var refs []Ref
	for _, p := range slices.Concat(j.Same, j.Different) {
		refs = append(refs, p.A, p.B)
	}
	if refs == nil {
		return nil, nil
	}
	keys := make([]string, len(refs))
	for k, ref := range refs {
		keys[k] = strings.Join(words(ref.Name), " ")
	}
	main, other := make([]bool, len(refs)), make([]bool, len(refs)) // what is found by its best name, and by any, of one type
	byMain, byOther := make([][]string, len(refs)), make([][]string, len(refs))
	for _, typ := range r.types() {
		clear(main)
		clear(other)
		err := r.each(typ, r.spots[typ], func(_ int, it *item) {
			for k, ref := range refs {
				main[k] = main[k] || ref.means(it, keys[k], true)
				other[k] = other[k] || ref.means(it, keys[k], false)
			}
		})
		if err != nil {
			return nil, err
		}
		for k := range refs {
			if main[k] {
				byMain[k] = append(byMain[k], typ)
			}
			if other[k] {
				byOther[k] = append(byOther[k], typ)
			}
		}
	}
	var types []string
	for k := range refs {
		if byMain[k] != nil {
			types = append(types, byMain[k]...)
		} else {
			types = append(types, byOther[k]...)
		}
	}
	return sorted(types), nil
}

// part marks what is judged to be different, so that it is never joined. Idle
// are the judgements that no entity answers to.
func (r *resolver) part(pairs []Pair) (idle []int) {
	for p, pair := range pairs {
		a, b := r.find(pair.A), r.find(pair.B)
		if len(a) == 0 || len(b) == 0 || slices.Equal(a, b) {
			idle = append(idle, p)
			continue
		}
		r.mark(a, p+1)
		r.mark(b, -p-1)
	}
	return idle
}

func (r *resolver) mark(items []int, side int) {
	for _, i := range items {
		if !slices.Contains(r.items[i].parted, -side) {
			r.items[i].parted = append(r.items[i].parted, side)
		}
	}
}

// parted reports whether an item and a member of the group were judged to be
// different.
func (r *resolver) parted(i int, g *group) bool {
	return slices.ContainsFunc(r.items[i].parted, func(s int) bool { return slices.Contains(g.sides, -s) })
}

// unite joins the groups of what is judged to be the same. Idle are the
// judgements that no entity answers to, or that part has overruled.
func (r *resolver) unite(pairs []Pair) (idle []int) {
	for p, pair := range pairs {
		as, bs := r.find(pair.A), r.find(pair.B)
		if len(as) == 0 || len(bs) == 0 {
			idle = append(idle, p)
			continue
		}
		for _, i := range append(as[1:], bs...) {
			if !r.fuse(as[0], i) && !slices.Contains(idle, p) {
				idle = append(idle, p)
			}
		}
	}
	r.groups = slices.DeleteFunc(r.groups, func(g *group) bool { return len(g.items) == 0 })
	return idle
}

// fuse puts the group of one item into that of another, unless they were
// judged to be different. The type is that of most of the items, of the first
// in the alphabet where there are as many.
func (r *resolver) fuse(i, k int) bool {
	a, b := r.groupOf(i), r.groupOf(k)
	if a == b {
		return true
	}
	for _, m := range b.items {
		if r.parted(m, a) {
			return false
		}
	}
	for _, m := range b.items {
		a.take(r.items, m)
	}
	b.items = nil
	slices.SortFunc(a.items, func(x, y int) int { return x - y })
	return true
}

func (r *resolver) groupOf(i int) *group {
	return r.groups[slices.IndexFunc(r.groups, func(g *group) bool { return slices.Contains(g.items, i) })]
}
