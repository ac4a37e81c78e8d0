package segment

import "strings"

// bounds decides where the sentences of one block end.
type bounds struct {
	weights weights
	lx      *lexicon
	text    string
	tokens  []token
	state   []state // of the gap after each token
	cells   []uint32
}

// state is what the tokens up to a gap leave open.
type state struct {
	quoted   bool // within double quotation marks
	brackets uint8
}

// reset takes the tokens of the next block.
func (b *bounds) reset(tokens []token) {
	b.tokens = tokens
	b.state = b.state[:0]
	var now state
	for _, t := range tokens {
		switch b.text[t.start:t.end] {
		case `"`:
			now.quoted = !now.quoted
		case "“", "„", "``", "«":
			now.quoted = true
		case "”", "''", "»":
			now.quoted = false
		case "(", "[":
			now.brackets = min(now.brackets+1, 9)
		case ")", "]":
			now.brackets = max(now.brackets, 1) - 1
		}
		b.state = append(b.state, now)
	}
}

// next returns the end of the sentence that begins with the token first.
func (b *bounds) next(first int) int {
	for i := first; i < len(b.tokens)-1; i++ {
		if b.candidate(i) && b.ends(first, i) {
			return i + 1
		}
	}
	return len(b.tokens)
}

// candidate reports whether a sentence may end after token i. It may where a
// mark stands before the gap or the next word does not begin with a small
// letter, never within a surface token, after a title, an initial or "No.", or
// between an acronym and a word that could be its noun.
func (b *bounds) candidate(i int) bool {
	t, next := b.tokens[i], b.tokens[i+1]
	if next.joined {
		return false
	}
	switch t.kind {
	case kindTitle, kindInitial, kindNumeral:
		return false
	case kindAcronym, kindAbbreviation:
		return next.spaced && b.opens(i+1)
	case kindWord, kindNumber:
		c := b.text[next.start]
		return next.spaced && !('a' <= c && c <= 'z') && next.kind != kindPunct || next.spaced && next.kind == kindPunct && !strings.ContainsRune(",.;:!?)]%", rune(c))
	}
	return next.spaced || next.kind != kindPunct
}

// opens reports whether token i may open a sentence after an abbreviation: a
// capitalised function word, a quotation mark or a bracket before it.
func (b *bounds) opens(i int) bool {
	t := b.tokens[i]
	if t.kind == kindPunct {
		return i+1 < len(b.tokens) && strings.Contains("\"“‘'([-–—•*", b.text[t.start:t.end]) && b.opens(i+1)
	}
	return upperAt(b.text[t.start:]) && (t.end-t.start > 1 || b.text[t.start] == 'I' || b.text[t.start] == 'A') &&
		b.lx.marksOf(b.text[t.start:t.end])&markOpener != 0
}

// ends reports whether the model ends the sentence that begins with the token
// first after token i.
func (b *bounds) ends(first, i int) bool {
	b.cells = b.features(b.cells[:0], first, i)
	return b.weights.sum(b.cells) > 0
}

// weights are one signed byte for each cell that features are hashed to.
type weights string

// cellCount is the number of cells, a power of two. More cells gave no better
// scores.
const cellCount = 1 << 16

// sum adds the cells' weights; weights of another size are no model and sum to
// nothing.
func (w weights) sum(cells []uint32) int {
	if len(w) != cellCount {
		return 0
	}
	n := 0
	for _, c := range cells {
		n += int(int8(w[c]))
	}
	return n
}
