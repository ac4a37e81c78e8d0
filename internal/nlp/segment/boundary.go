package segment

import "strings"

// bounds decides where the sentences of one block end.
type bounds struct {
	weights  weights
	lx       *lexicon
	text     string
	tokens   []token
	state    []state // of the gap after each token
	dateline int     // index of the dash that ends the dateline, -1 without one
	cells    []uint32
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
	b.dateline = b.findDateline()
}

// findDateline returns the index of the dash that parts "LONDON, Dec. 1 –" or
// "Geneva (XYZ) —" from the text at the beginning of a block, -1 if there is
// none. Before the dash stand only capitalised words, numbers and marks, with
// a word in capitals or a bracket among them.
func (b *bounds) findDateline() int {
	const longest = 14
	shown := false // a bracket, or the first word in capitals
	for i := 0; i < len(b.tokens)-1 && i < longest; i++ {
		t, next := b.tokens[i], b.tokens[i+1]
		word := b.text[t.start:t.end]
		switch {
		case t.kind == kindPunct && strings.Contains(",./()", word):
			shown = shown || word == "("
		case t.kind == kindPunct:
			dash := word == "–" || word == "—" || word == "-" || word == "--"
			if dash && shown && i > 0 && (t.spaced || next.spaced) {
				return i
			}
			return -1
		case t.kind == kindNumber:
		case !upperAt(word):
			return -1
		case i == 0:
			shown = len(word) > 2 && strings.ToUpper(word) == word
		}
	}
	return -1
}

// next returns the end of the sentence that begins with the token first.
func (b *bounds) next(first int) int {
	for i := first; i < len(b.tokens)-1; i++ {
		if b.certain(first, i) || b.candidate(first, i) && b.ends(first, i) {
			return i + 1
		}
	}
	return len(b.tokens)
}

// certain reports whether the sentence ends after token i without asking the
// model: at the dash of a dateline, before a bullet, between an acronym and a
// function word with a capital, and at a lone full stop, space, and a capital
// outside brackets. In the treebanks all but one in two hundred such stops end
// a sentence, once numbering is left out ("2. The").
func (b *bounds) certain(first, i int) bool {
	t, next := b.tokens[i], b.tokens[i+1]
	switch {
	case i == b.dateline && first == 0, next.spaced && isBullet(b.word(i+1)):
		return true
	case t.kind == kindAcronym:
		return next.kind == kindWord && next.spaced && b.opens(i+1)
	case t.kind != kindPunct || i == first || !next.spaced || b.state[i].brackets > 0 || !upperAt(b.word(i+1)):
		return false
	case b.word(i) == ".":
		return i > first+1 || b.tokens[first].kind != kindNumber && b.tokens[first].end-b.tokens[first].start > 1
	}
	return b.quoteEnds(i) && !b.attributed(i)
}

// quoteEnds reports whether token i closes a quotation after a full stop,
// question or exclamation mark.
func (b *bounds) quoteEnds(i int) bool {
	before := b.tokens[i-1]
	switch b.word(i) {
	case `"`, "”", "''", "’", "'":
		return before.kind == kindPunct && strings.Contains(".?!", b.text[before.start:before.start+1]) && !b.state[i].quoted
	}
	return false
}

// word returns the bytes of token i.
func (b *bounds) word(i int) string { return b.text[b.tokens[i].start:b.tokens[i].end] }

// candidate reports whether the sentence may end after token i. It may where a
// mark stands before the gap or the next word does not begin with a small
// letter; never within a surface token, after a title, an initial, "No." or a
// bullet, before "Inc.", or between an acronym and a word that could be its
// noun.
func (b *bounds) candidate(first, i int) bool {
	t, next := b.tokens[i], b.tokens[i+1]
	if next.joined || next.kind == kindAbbreviation && b.lx.marksOf(b.text[next.start:next.end-1])&markPlain != 0 {
		return false
	}
	sign := b.word(i + 1)
	small := 'a' <= sign[0] && sign[0] <= 'z'
	switch t.kind {
	case kindTitle, kindInitial, kindNumeral:
		return false
	case kindAcronym, kindAbbreviation:
		return next.spaced && b.opens(i+1)
	case kindPunct:
		return b.afterMark(first, i, small || next.kind == kindPunct)
	}
	if next.kind == kindPunct {
		return next.spaced && !strings.Contains(",.;:!?)]%", sign[:1]) && sign != "–" && sign != "—"
	}
	return next.spaced && !small
}

// afterMark is [bounds.candidate] after the mark i; small tells that no capital
// or number follows. Short remarks in brackets, "(L-R)", and quotations that
// their speaker follows, "“Why?” Ms. Lund asked", do not end a sentence.
func (b *bounds) afterMark(first, i int, small bool) bool {
	mark := b.word(i)
	next := b.tokens[i+1]
	closing := strings.Contains(".?!)]\"'”’»*", mark[:runeLen(mark)])
	switch {
	case !next.spaced && (next.kind == kindPunct || !closing), isBullet(mark), b.bracket(first, i):
		return false
	case closing && i > first && (b.tokens[i-1].kind == kindAbbreviation || b.quoteEnds(i) && b.attributed(i)):
		return false
	}
	if mark == "–" || mark == "—" { // what a dash sets off is part of the sentence in edited text
		return false
	}
	return !small || closing || strings.Contains(":-`_=|<>~…", mark[:runeLen(mark)])
}

// attributed reports whether a speaker follows the quotation that token i
// closes: up to six words of a name or title and a verb of saying, after a
// question or exclamation mark. After a full stop the quotation's sentence is
// over.
func (b *bounds) attributed(i int) bool {
	if b.word(i - 1)[0] == '.' {
		return false
	}
	i++
	for end := min(i+7, len(b.tokens)); i < end; i++ {
		word := b.word(i)
		switch {
		case b.lx.marksOf(word)&markSpeech != 0:
			return true
		case !upperAt(word) && b.tokens[i].kind == kindWord && !b.tokens[i].joined:
			return false
		case b.tokens[i].kind == kindPunct && word != "-":
			return false
		}
	}
	return false
}

func isBullet(s string) bool {
	switch s {
	case "•", "●", "▪", "‣", "◦", "■", "·":
		return true
	}
	return false
}

// bracket reports whether the tokens from first to i are no more than a short
// remark in brackets, such as "(L-R)".
func (b *bounds) bracket(first, i int) bool {
	t, end := b.tokens[first], b.tokens[i]
	return i-first <= 6 && (b.text[t.start] == '(' || b.text[t.start] == '[') && (b.text[end.start] == ')' || b.text[end.start] == ']') && !strings.ContainsAny(b.text[t.start:b.tokens[i].end], ".?!")
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
// first after token i. Without a mark before the gap it must be surer: an edited
// text has names there, not sentences.
func (b *bounds) ends(first, i int) bool {
	b.cells = b.features(b.cells[:0], first, i)
	sum := b.weights.sum(b.cells)
	if b.tokens[i].kind == kindPunct {
		return sum > 0
	}
	return sum > unmarked
}

// unmarked is the score that a gap without a mark must pass. On the dev parts
// of the treebanks scores hardly change between 0 and 150; in edited prose
// every second boundary below 100 is wrong.
const unmarked = 100

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
