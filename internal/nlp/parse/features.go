package parse

import (
	"kg/internal/nlp"
	"kg/internal/nlp/cluster"
	"kg/internal/nlp/perceptron"
)

// A lexeme is what the features look at in one word: hashes, never nought.
type lexeme struct {
	word, tag, coarse, group uint64
	// How many words before this one are commas, coordinators, verbs,
	// brackets or quotes: the difference of two words tells what lies between.
	commas, ands, verbs, marks int
}

// read sets the lexemes of a sentence, the root behind them.
func (w *work) read(words []nlp.Word, groups cluster.Table) {
	w.words = w.words[:0]
	var l lexeme
	for i := range words {
		x := &words[i]
		l.word = perceptron.HashLower(x.Form)
		l.group = groups.Class(l.word)
		l.tag = perceptron.Mix(perceptron.Hash(x.XPOS), perceptron.Hash(x.UPOS))
		l.coarse = perceptron.Hash(x.UPOS)
		w.words = append(w.words, l)
		switch {
		case x.Form == ",":
			l.commas++
		case x.UPOS == "CCONJ":
			l.ands++
		case x.UPOS == "VERB" || x.UPOS == "AUX":
			l.verbs++
		case isMark(x.Form):
			l.marks++
		}
	}
	l.word, l.tag, l.coarse, l.group = 5, 5, 5, 0
	w.words = append(w.words, l)
}

// isMark reports whether a form is a bracket, a quote, a dash, a colon or a
// semicolon.
func isMark(form string) bool {
	switch form {
	case "(", ")", "[", "]", "\"", "''", "``", "“", "”", "–", "—", "--", "-", ":", ";":
		return true
	}
	return false
}

// expand sets the features of the present state.
func (w *work) expand() {
	s := &w.state
	a := &w.atoms
	*a = [numAtoms]uint64{}
	top, front := s.peek(0), s.front
	w.buffer(front)
	if top != none {
		w.stack(top)
		w.between(top, front)
	}
	w.features = perceptron.Expand(w.features[:0], templates, a[:])
}

// buffer sets the atoms of the front of the buffer.
func (w *work) buffer(front int) {
	n := &w.state.nodes[front]
	w.node(n0w, front)
	next := front + 1
	if w.state.late {
		next = w.state.n
	}
	w.node(n1w, next)
	w.node(n2w, next+1)
	w.word(nbw, front-1)
	w.group(n0k, front)
	w.group(n1k, next)
	w.group(n0lk, n.left)
	w.dependent(n0lw, n.left)
	w.dependent(n0l2w, n.left2)
	w.atoms[n0vl] = uint64(min(n.lefts, 5)) + 1
	w.atoms[n0sl] = n.leftSet<<1 | 1
	if next+2 < len(w.words) {
		w.atoms[n3t] = w.words[next+2].tag
	}
}

// stack sets the atoms of the top of the stack and what is around it.
func (w *work) stack(top int) {
	s := &w.state
	n := &s.nodes[top]
	w.node(s0w, top)
	w.group(s0k, top)
	w.group(s0hk, n.head)
	w.group(s0lk, n.left)
	w.group(s0rk, n.right)
	w.group(s1k, s.peek(1))
	w.dependent(s0lw, n.left)
	w.dependent(s0l2w, n.left2)
	w.dependent(s0rw, n.right)
	w.dependent(s0r2w, n.right2)
	w.atoms[s0vl] = uint64(min(n.lefts, 5)) + 1
	w.atoms[s0vr] = uint64(min(n.rights, 7)) + 1
	w.atoms[s0sl] = n.leftSet<<1 | 1
	w.atoms[s0sr] = n.rightSet<<1 | 1
	w.atoms[s0h] = 1
	if n.head != none {
		w.atoms[s0h] = 2
		w.atoms[s0l] = uint64(n.rel) + 1
		w.dependent(s0hw, n.head)
		if h := s.nodes[n.head].head; h != none {
			w.dependent(s0h2w, h)
		}
	}
	if below := s.peek(1); below != none {
		w.dependent(s1w, below)
	}
	if below := s.peek(2); below != none {
		w.word(s2w, below)
	}
	w.word(saw, top+1)
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
	w.atoms[dist] = uint64(d)
	x, y := &w.words[top], &w.words[front]
	kinds := min(y.commas-x.commas, 2) | min(y.ands-x.ands, 1)<<2 | min(y.verbs-x.verbs, 2)<<3 | min(y.marks-x.marks, 2)<<5
	w.atoms[gap] = uint64(kinds) + 1
}

// word sets the atoms of the form and the tag of a word, if there is one.
func (w *work) word(at, i int) {
	if i >= 0 && i < len(w.words) {
		w.atoms[at], w.atoms[at+1] = w.words[i].word, w.words[i].tag
	}
}

// node is word with the coarse tag too.
func (w *work) node(at, i int) {
	if i < len(w.words) {
		w.word(at, i)
		w.atoms[at+2] = w.words[i].coarse
	}
}

// dependent is node with the label of its arc too, nothing for none.
func (w *work) dependent(at, i int) {
	if i == none {
		return
	}
	w.node(at, i)
	w.atoms[at+3] = uint64(w.state.nodes[i].rel) + 1
}

// group sets the atom of the group of a word, if there is one and it has one.
func (w *work) group(at, i int) {
	if i >= 0 && i < len(w.words) {
		w.atoms[at] = w.words[i].group
	}
}
