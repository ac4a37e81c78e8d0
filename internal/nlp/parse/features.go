package parse

import "kg/internal/nlp/perceptron"

// expand sets the features of the present state.
func (w *work) expand() {
	s := &w.state
	w.atoms = [numAtoms]uint64{}
	w.front(s.front)
	if top := s.peek(0); top != none {
		w.top(top)
		w.head(top)
		w.between(top, s.front)
	}
	w.features = perceptron.Expand(w.features[:0], templates, w.atoms[:])
}

// front sets the atoms of the front of the buffer and of what is around it.
func (w *work) front(i int) {
	a, n, l := &w.atoms, &w.state.nodes[i], &w.words[i]
	next := i + 1
	if w.state.late {
		next = w.state.n
	}
	w.node(n0w, i)
	w.node(n1w, next)
	w.node(n2w, next+1)
	if next+2 < len(w.words) {
		a[n3t] = w.words[next+2].tag
	}
	w.form(nbw, i-1)
	w.dependent(n0lw, n.left)
	w.dependent(n0l2w, n.left2)
	w.kind(n0k, n0s, i)
	w.kind(n1k, n1s, next)
	w.kind(n0lk, n0ls, n.left)
	a[n0vl] = uint64(min(n.lefts, 5)) + 1
	a[n0sl] = n.leftSet<<1 | 1
	last := &w.words[len(w.words)-1].before
	a[ahead] = uint64(min(last.finite-l.before.finite, 3)) + 1
	a[quoted] = uint64(l.before.quotes&1) + 1
}

// top sets the atoms of the top of the stack and of what is around it, but for
// its head.
func (w *work) top(i int) {
	a, s, n := &w.atoms, &w.state, &w.state.nodes[i]
	w.node(s0w, i)
	w.form(saw, i+1)
	w.dependent(s1w, s.peek(1))
	w.form(s2w, s.peek(2))
	w.dependent(s0lw, n.left)
	w.dependent(s0l2w, n.left2)
	w.dependent(s0rw, n.right)
	w.dependent(s0r2w, n.right2)
	if n.right != none {
		r := &s.nodes[n.right]
		a[s0rrt], a[s0rlt] = w.tag(r.right), w.tag(r.left)
		w.form(s0rlw, r.left)
	}
	w.kind(s0k, s0s, i)
	w.kind(s0lk, spare, n.left)
	w.kind(s0rk, spare, n.right)
	w.kind(s1k, spare, s.peek(1))
	a[s0vl] = uint64(min(n.lefts, 5)) + 1
	a[s0vr] = uint64(min(n.rights, 7)) + 1
	a[s0sl] = n.leftSet<<1 | 1
	a[s0sr] = n.rightSet<<1 | 1
}

// head sets the atoms of the head of the top of the stack.
func (w *work) head(i int) {
	a, nodes := &w.atoms, w.state.nodes
	n := &nodes[i]
	if n.head == none {
		a[s0h] = 1
		return
	}
	h := &nodes[n.head]
	a[s0h] = 2
	a[s0l] = uint64(n.rel) + 1
	w.dependent(s0hw, n.head)
	w.dependent(s0h2w, h.head)
	w.kind(s0hk, spare, n.head)
	a[s0hsl] = h.leftSet<<1 | 1
	a[s0hsr] = h.rightSet<<1 | 1
}

// between sets the atoms of the distance and the words between the top and the
// front.
func (w *work) between(top, front int) {
	d := front - top
	switch {
	case d > 10:
		d = 7
	case d > 5:
		d = 6
	}
	x, y := &w.words[top].before, &w.words[front].before
	a := &w.atoms
	a[dist] = uint64(d)
	a[gap] = uint64(min(y.commas-x.commas, 2)|min(y.ands-x.ands, 1)<<2|min(y.verbs-x.verbs, 2)<<3|min(y.marks-x.marks, 2)<<5) + 1
	a[clauses] = uint64(min(y.finite-x.finite, 2)) + 1
	a[quotes] = uint64((y.quotes-x.quotes)&1) + 1
	a[like0] = w.likeness(top, front)
	a[like1] = w.likeness(w.state.peek(1), front)
	a[likeh] = w.likeness(w.state.nodes[top].head, front)
}

// form sets the atoms of the form and the tag of a word, if there is one.
func (w *work) form(at, i int) {
	if i >= 0 && i < len(w.words) {
		w.atoms[at], w.atoms[at+1] = w.words[i].word, w.words[i].tag
	}
}

// node is form with the coarse tag too.
func (w *work) node(at, i int) {
	if i >= 0 && i < len(w.words) {
		w.form(at, i)
		w.atoms[at+2] = w.words[i].coarse
	}
}

// dependent is node with the label of its arc too.
func (w *work) dependent(at, i int) {
	if i >= 0 {
		w.node(at, i)
		w.atoms[at+3] = uint64(w.state.nodes[i].rel) + 1
	}
}

// kind sets the atoms of the group and the shape of a word, if there is one.
func (w *work) kind(group, shape, i int) {
	if i >= 0 && i < len(w.words) {
		w.atoms[group], w.atoms[shape] = w.words[i].group, w.words[i].shape
	}
}

// tag returns the tag of a word, or a sign of there being none.
func (w *work) tag(i int) uint64 {
	if i == none {
		return 7
	}
	return w.words[i].tag
}

// likeness tells what two words have in common; nought if one is missing.
func (w *work) likeness(i, j int) uint64 {
	if i == none {
		return 0
	}
	x, y := &w.words[i], &w.words[j]
	bits := uint64(1)
	for k, same := range [...]bool{x.coarse == y.coarse, x.tag == y.tag, x.group == y.group && x.group != 0, x.shape == y.shape} {
		if same {
			bits |= 2 << k
		}
	}
	return bits
}
