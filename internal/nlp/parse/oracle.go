package parse

// A tree is a gold tree: heads, n for the root's word, labels and dependents.
type tree struct {
	heads, rels []int
	deps        [][]int // of every word and the root, ascending
}

// A cost is how many arcs of the gold tree become unreachable by each kind of
// action, and whether the arc that a left or right action draws is gold, so
// that its label counts (Goldberg and Nivre 2012).
type cost struct {
	shift, reduce, left, right int
	leftGold, rightGold        bool
}

// costs returns the costs of the actions in the state s.
func (t *tree) costs(s *state) cost {
	var c cost
	top, b := s.peek(0), s.front
	if top == none {
		return c
	}
	for _, d := range t.deps[top] { // that are still to come
		if d == b || s.ahead(d) {
			c.reduce++
			c.left++
		}
	}
	if s.ahead(t.heads[top]) {
		c.left++
	}
	c.leftGold = t.heads[top] == b
	if b == s.n {
		return c
	}
	behind := 0 // dependents of the front that wait in the stack
	for _, d := range t.deps[b] {
		if d < b && s.nodes[d].head == none && s.waits(d) {
			behind++
		}
	}
	c.shift, c.right = behind, behind
	h := t.heads[b]
	if h < b && s.waits(h) {
		c.shift++
	}
	c.rightGold = h == top
	if s.ahead(h) || h != top && s.waits(h) {
		c.right++
	}
	return c
}

// waits reports whether the word w is in the stack.
func (s *state) waits(w int) bool {
	lo, hi := 0, len(s.stack)
	for lo < hi {
		if m := (lo + hi) / 2; s.stack[m] < w {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo < len(s.stack) && s.stack[lo] == w
}

// of returns the cost of one action, a wrong label on a gold arc counting one.
func (t *tree) of(c *cost, s *state, action int) int {
	switch {
	case action == shift:
		return c.shift
	case action == reduce:
		return c.reduce
	case isLeft(action):
		return c.left + wrong(c.leftGold && t.rels[s.peek(0)] != labelOf(action))
	}
	return c.right + wrong(c.rightGold && t.rels[s.front] != labelOf(action))
}

// wrong returns one for true.
func wrong(b bool) int {
	if b {
		return 1
	}
	return 0
}
