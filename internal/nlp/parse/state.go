package parse

// A state is where the parse of one sentence stands: arc-eager (Nivre 2003)
// with the root behind the last word (Ballesteros and Nivre 2013). Words are
// numbered from 0; the number behind the last stands for the root.
//
// When only the root is left in the buffer and several words of the stack have
// no head, the top goes back into the buffer until it has one or is the head of
// all others (after Nivre and Fernández-González 2014), so that one word takes
// the root.
type state struct {
	n        int   // words of the sentence
	front    int   // first word of the buffer; n when only the root is left
	late     bool  // the front went back into the buffer; the root comes next
	stack    []int // last on top, ascending
	headless int   // words of the stack that have no head
	nodes    []node
}

// A node is what a state knows of one word.
type node struct {
	head        int // none until it is decided
	rel         int // label of the arc to the head
	left, left2 int // outermost left dependent and the one next to it; none
	right       int // outermost right dependent; none
	right2      int
	lefts       int // number of dependents
	rights      int
	leftSet     uint64 // the labels of the dependents, one bit each, folded
	rightSet    uint64
	punct       bool // punctuation
}

// none stands for no word.
const none = -1

// reset makes s the first state of a sentence of n words.
func (s *state) reset(n int) {
	s.n, s.front, s.late, s.headless = n, 0, false, 0
	s.stack, s.nodes = s.stack[:0], s.nodes[:0]
	for range n + 1 {
		s.nodes = append(s.nodes, node{head: none, left: none, left2: none, right: none, right2: none})
	}
}

// done reports whether nothing is left to decide.
func (s *state) done() bool { return s.front == s.n && len(s.stack) == 0 }

// peek returns the i-th word of the stack from the top, or none.
func (s *state) peek(i int) int {
	if i >= len(s.stack) {
		return none
	}
	return s.stack[len(s.stack)-1-i]
}

// pop takes the top off the stack.
func (s *state) pop() { s.stack = s.stack[:len(s.stack)-1] }

// arc makes head the head of dep.
func (s *state) arc(head, dep, rel int) {
	s.nodes[dep].head, s.nodes[dep].rel = head, rel
	h := &s.nodes[head]
	bit := uint64(1) << (uint(rel) & 63)
	if dep < head {
		h.left2, h.left = h.left, dep
		h.lefts++
		h.leftSet |= bit
	} else {
		h.right2, h.right = h.right, dep
		h.rights++
		h.rightSet |= bit
	}
}

// The actions: shift and reduce, then a left and a right arc for each label,
// in turns. Label 0 is the root's.
const (
	shift = iota
	reduce
	arcs
)

// rightArc returns the number of the action that draws an arc to the right; the
// one before it draws the arc to the left.
func rightArc(rel int) int { return arcs + 2*rel + 1 }

// labelOf returns the label of an action that draws an arc.
func labelOf(action int) int { return (action - arcs) / 2 }

// isLeft reports whether an action that draws an arc draws it to the left.
func isLeft(action int) bool { return (action-arcs)%2 == 0 }

// A kindSet tells which kinds of actions a state allows.
type kindSet struct{ shift, reduce, left, right, root bool }

// allowed returns the kinds of actions that s allows. Unless s is done there is
// at least one: what is left on the stack at the end either has a head or can
// take the root.
func (s *state) allowed() kindSet {
	more, top := s.front < s.n, s.peek(0)
	if top == none {
		return kindSet{shift: more}
	}
	headed := s.nodes[top].head != none
	k := kindSet{shift: more && !s.late, reduce: headed, root: !more && !headed}
	k.right = more && !s.nodes[top].punct
	k.left = more && !headed && !s.nodes[s.front].punct
	if k == (kindSet{}) {
		k.right = more // nothing but punctuation is left
	}
	return k
}

// apply takes an action that s allows.
func (s *state) apply(action int) {
	switch {
	case action == shift:
		s.headless++
		s.push()
	case action == reduce:
		s.pop()
	case isLeft(action):
		s.arc(s.front, s.peek(0), labelOf(action))
		s.headless--
		s.pop()
	default:
		s.arc(s.peek(0), s.front, labelOf(action))
		s.push()
	}
	if s.front == s.n && s.headless > 1 && s.nodes[s.peek(0)].head == none {
		s.front, s.late = s.peek(0), true
		s.headless--
		s.pop()
	}
}

// push moves the front of the buffer onto the stack.
func (s *state) push() {
	s.stack = append(s.stack, s.front)
	s.front++
	if s.late {
		s.front, s.late = s.n, false
	}
}

// ahead reports whether the word i, or the root, is in the buffer behind the
// front.
func (s *state) ahead(i int) bool { return i > s.front && (!s.late || i == s.n) }

// best returns the allowed action with the highest score, the first of equals.
func (s *state) best(scores []int32) int {
	return s.bestOf(scores, func(int) bool { return true })
}
