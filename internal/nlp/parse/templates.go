package parse

import "kg/internal/nlp/perceptron"

// The atoms of a decision. S0 is the top of the stack, S1 and S2 lie under it,
// N0 to N3 are the front of the buffer; h, l, r are head, leftmost and
// rightmost dependent, 2 the next of the kind; w, t, c, l are form, tag, coarse
// tag and label.
const (
	s0w = iota
	s0t
	s0c
	s0lw
	s0lt
	s0lc
	s0ll
	s0l2w
	s0l2t
	s0l2c
	s0l2l
	s0rw
	s0rt
	s0rc
	s0rl
	s0r2w
	s0r2t
	s0r2c
	s0r2l
	s0hw
	s0ht
	s0hc
	s0hl
	s0h2w
	s0h2t
	s0h2c
	s0h2l
	s1w
	s1t
	s1c
	s1l
	n0lw
	n0lt
	n0lc
	n0ll
	n0l2w
	n0l2t
	n0l2c
	n0l2l
	n0w
	n0t
	n0c
	n1w
	n1t
	n1c
	n2w
	n2t
	n2c
	s2w
	s2t
	saw // the word after S0
	sat
	nbw // the word before N0
	nbt
	n3t
	s0h  // whether S0 has a head: 1 or 2
	s0l  // the label of S0
	s0vl // numbers of dependents
	s0vr
	n0vl
	s0sl // sets of their labels
	s0sr
	n0sl
	dist // words from S0 to N0
	gap  // what lies between them
	s0k  // groups
	n0k
	n1k
	n0lk
	s0hk
	s0rk
	s0lk
	s1k
	ahead  // finite verbs from N0 on
	quoted // whether N0 stands within quotes
	n0s    // shapes
	n1s
	n0ls
	s0s
	s0rrt // tags of the rightmost and leftmost dependents of S0's rightmost
	s0rlw
	s0rlt
	s0hsl // sets of labels of the dependents of S0's head
	s0hsr
	quotes  // whether a quote ends between S0 and N0
	clauses // finite verbs between S0 and N0
	like0   // what N0 has in common with S0, S1 and the head of S0
	like1
	likeh
	spare // no template looks at it
	numAtoms
)

// templates lists the features of a decision.
var templates = []perceptron.Template{
	// single words
	{s0w, s0h}, {s0t, s0h}, {s0w, s0t, s0h}, {s0c}, {n0w}, {n0t}, {n0w, n0t}, {n1w}, {n1t}, {n1w, n1t}, {n2w}, {n2t}, {n2w, n2t},
	{saw}, {sat}, {nbt}, {s0l, s0t}, {s0w, s0l},
	// pairs
	{s0w, s0t, n0w, n0t}, {s0w, s0t, n0w}, {s0w, n0w, n0t}, {s0w, s0t, n0t}, {s0t, n0w, n0t}, {s0w, n0w}, {s0t, n0t, s0h}, {n0t, n1t}, {n0w, n1t}, {n0w, n1w},
	{s0w, n1t}, {s0t, n1w}, {s0w, n0t, s0h}, {s0t, n0w, s0h}, {s0w, n0c}, {s0c, n0w},
	// triples
	{n0t, n1t, n2t}, {s0t, n0t, n1t}, {s0t, n0t, n1t, n2t}, {s0ht, s0t, n0t}, {s0t, s0lt, n0t}, {s0t, s0rt, n0t}, {s0t, n0t, n0lt}, {s0w, n0t, n1t}, {s0t, n0w, n1t},
	{s0t, n0t, n1w}, {n0t, n1t, n2t, n3t}, {s0c, n0c, n1c, n2c}, {s0t, n0t, nbt}, {s0t, sat, nbt, n0t},
	{s1t, s0t, n0t}, {s1w, s0t, n0t}, {s1t, s0w, n0t}, {s1t, s0t, n0w}, {s1t, n0t}, {s1w, n0w}, {s2t, s1t, s0t, n0t}, {s1t, s0t, n0t, n1t}, {s1l, s0l, s0t, n0t},
	// distance, gap
	{s0w, dist}, {s0t, dist}, {n0w, dist}, {n0t, dist}, {s0w, n0w, dist}, {s0t, n0t, dist},
	{s0t, n0t, gap}, {s0t, gap}, {n0t, gap}, {s0w, gap}, {n0w, gap}, {s0t, n0t, gap, dist}, {s0ht, s0t, n0t, gap},
	// number of dependents
	{s0w, s0vr}, {s0t, s0vr}, {s0w, s0vl}, {s0t, s0vl}, {n0w, n0vl}, {n0t, n0vl}, {s0t, s0vr, n0t}, {s0t, n0t, n0vl},
	// heads and dependents
	{s0hw}, {s0ht}, {s0l}, {s0lw}, {s0lt}, {s0ll}, {s0rw}, {s0rt}, {s0rl}, {n0lw}, {n0lt}, {n0ll},
	{s0h2w}, {s0h2t}, {s0hl}, {s0l2w}, {s0l2t}, {s0l2l}, {s0r2w}, {s0r2t}, {s0r2l}, {n0l2w}, {n0l2t}, {n0l2l},
	{s0t, s0lt, s0l2t}, {s0t, s0rt, s0r2t}, {s0t, s0ht, s0h2t}, {n0t, n0lt, n0l2t},
	{s0w, s0sr}, {s0t, s0sr}, {s0w, s0sl}, {s0t, s0sl}, {n0w, n0sl}, {n0t, n0sl}, {s0t, s0sr, n0t}, {s0t, n0t, n0sl}, {s0w, s0sr, n0t}, {s0t, s0sl, n0t},
	{s0l, s0t, n0t}, {s0w, s0l, n0t}, {s0l, s0ht, s0t, n0t}, {s0l, s0hw, n0t}, {s0rw, s0t, n0t}, {s0rl, s0t, n0t}, {s0rl, s0t, n0w},
	// attachment of phrases: verb or noun, preposition or coordinator, noun
	{s0w, n0lw}, {s0w, n0lw, n0w}, {s0w, n0lw, n0t}, {s0t, n0lw, n0t}, {s0t, n0lw, n0w}, {s0hw, n0lw}, {s0hw, n0lw, n0w}, {s0ht, s0t, n0lw}, {s0hw, s0t, n0lw, n0t},
	{s0hw, s0w, n0w}, {s0hw, n0w}, {s0ht, s0t, n0w}, {s0hw, s0t, n0t}, {s0w, s0rw, n0t}, {s0w, s0rw, n0w}, {s0lw, s0t, n0t}, {s0w, s0lw, n0t},
	{s0t, n0lt, n0l2t, n0t}, {s0t, n0lw, n0l2w, n0t}, {s0hw, n0t, s0l}, {s1w, n0lw}, {s1w, s0t, n0lw, n0t},
	// groups
	{s0k, s0h}, {n0k}, {n1k}, {s0k, n0k}, {s0k, n0t}, {s0t, n0k}, {s0k, n0w}, {s0w, n0k}, {s0k, n0k, dist}, {s0hk, s0k, n0k}, {s0hk, s0t, n0k}, {s0hk, n0k},
	{s0k, n0lw, n0k}, {s0hk, n0lw, n0k}, {s0k, n0lw, n0t}, {s0hk, s0t, n0lw, n0t}, {s0k, n0lw}, {s0hk, n0lw}, {s0k, s0rw, n0t}, {s0k, s0rk, n0t}, {s0k, s0lk, n0t}, {s1k, n0k}, {s1k, s0t, n0k}, {s1k, s0k, n0t},
	{s0k, n1k}, {n0k, n1k}, {s0t, n0t, n1k}, {s0k, s0sr, n0t}, {n0k, n0sl}, {s0k, gap}, {s0k, n0t, gap}, {s0k, s0l, n0t},
	// clauses and quotes
	{s0t, n0t, ahead}, {s0w, ahead, n0t}, {n0w, ahead}, {s0t, n0w, ahead}, {n0t, n1t, ahead}, {s0t, s0h, ahead, n0t, gap}, {s0t, s0l, ahead, n0t}, {s0h, ahead, n0t},
	{s0t, n0t, quoted}, {s0t, n0t, quotes}, {n0w, quoted}, {s0t, quotes, gap, n0t}, {s0w, quotes, n0t},
	// shapes
	{s0t, n0t, s0s, n0s}, {s0s, n0s, dist, s0t, n0t}, {s0s, n0s, n1s, s0t}, {s0t, n0t, n0ls, s0s}, {s0t, n0t, s0s, n0s, gap}, {s0l, s0s, n0s, n0t},
	// coordination and apposition: likeness of the two sides, what is between, what follows
	{like0, gap, n0sl}, {like0, s0l, gap}, {like0, s0t, n0t, gap}, {like0, n0lw, gap}, {like0, n0lw, dist}, {like0, like1, n0lw}, {like0, likeh, n0lw, gap}, {like0, likeh, n0lw, s0l},
	{like0, likeh, gap, n1t}, {s0t, n0t, n1t, gap}, {s0l, s0t, n0t, n1t, gap}, {s0s, n0s, n1w, gap}, {s0k, n0k, gap}, {s0k, n0k, n0lw, gap}, {s0t, n0t, n0lt, n1t, gap},
	// dependents of dependents and of the head
	{s0t, s0rt, s0rrt, n0t}, {s0t, s0rt, s0rlt, n0t}, {s0t, s0rlw, n0t}, {s0w, s0rlw, n0t}, {s0rlw, n0lw, s0t, n0t}, {s0rlw, n0w, s0t},
	{s0ht, s0hsr, s0t, n0t}, {s0hw, s0hsr, n0t}, {s0ht, s0hsr, s0l, n0t}, {s0ht, s0hsl, s0t, n0t}, {s0ht, s0hsr, n0sl, n0t},
	{s0lw, n0lw, s0t, n0t}, {s0lt, n0lt, s0t, n0t}, {s0sl, n0sl, s0t, n0t}, {s0sl, n0sl, n0t, gap}, {s0l, s0lw, n0lw, n0t},
	{s0t, n0t, clauses, gap}, {s0l, n0t, clauses, n0sl}, {s0w, n0t, clauses}, {s0w, n1w}, {n0w, n1w, n2t}, {s0t, n0w, n1w}, {s0w, n0w, n1t}, {s0l, s0ht, n0w},
	{s0w, n0t, n0sl}, {s0k, n0t, n0sl}, {s0k, s0l, n0t, n0sl}, {s0k, s0sr, n0t, n0sl},
}
