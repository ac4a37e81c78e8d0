package ner

// spanScore returns the score of the best labels of the sentence in which the
// words [first, end) are a name of kind k, less that of the best labels in
// which they are no name at all. It needs the tables of decode and backward.
func (w *work) spanScore(t *Tagger, first, end int, k kind) int64 {
	return w.through(t, first, end, k.first(), k.more()) - w.through(t, first, end, labelOut, labelOut)
}

// through returns the score of the best labels that give the word first the
// label a and the words after it, up to end, the label b.
func (w *work) through(t *Tagger, first, end, a, b int) int64 {
	in := int64(t.transitions[labelOut][a])
	if first > 0 {
		in = impossible
		for l := range labels {
			if follows(l, a) {
				in = max(in, w.best[first-1][l]+int64(t.transitions[l][a]))
			}
		}
	}
	sum := in + int64(w.scores[first][a])
	last := a
	for i := first + 1; i < end; i++ {
		sum += int64(t.transitions[last][b]) + int64(w.scores[i][b])
		last = b
	}
	if end == len(w.scores) {
		return sum
	}
	out := int64(impossible)
	for l := range labels {
		if follows(last, l) && !(isMore(l) && last != labelOut) {
			out = max(out, int64(t.transitions[last][l])+int64(w.scores[end][l])+w.rest[end][l])
		}
	}
	return sum + out
}

// backward fills w.rest: the score of the best labels after each word, by the
// word's label.
func (w *work) backward(t *Tagger) {
	n := len(w.scores)
	w.rest = append(w.rest[:0], make([][labels]int64, n)...)
	for i := n - 2; i >= 0; i-- {
		for b := range labels {
			w.rest[i][b] = impossible
			for l := range labels {
				if follows(b, l) {
					w.rest[i][b] = max(w.rest[i][b], int64(t.transitions[b][l])+int64(w.scores[i+1][l])+w.rest[i+1][l])
				}
			}
		}
	}
}
