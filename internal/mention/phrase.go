package mention

import (
	"strings"

	"kg/internal/frame"
)

// A phrase is a noun with what belongs to it, as word positions of one
// sentence: [first, head] with determiner, possessor and modifiers, and end,
// the first word after its complements.
type phrase struct {
	tree  *frame.Tree
	head  int
	first int   // the leftmost word, determiner included
	last  int   // one past the head and the words joined to it
	right []int // one past each complement in turn, in order of the text
}

// phraseAt returns the noun phrase of the word head. What stands before the
// head is read along the line, since parsers hang long rows of nouns and
// adjectives on the wrong word: back to the determiner or owner, or as far as
// the tree says that the words belong to the head.
func phraseAt(t *frame.Tree, head int) phrase {
	p := phrase{tree: t, head: head, first: head, last: head + 1}
	for _, k := range t.Kids(head) {
		if k == p.last && t.Is(k, "flat", "goeswith", "compound") {
			_, p.last = t.Subtree(k)
		}
	}
	p.first = p.trimLeft(p.leftEdge())
	p.right = p.complements()
	return p
}

// leftEdge returns the first word of the phrase.
func (p *phrase) leftEdge() int {
	sure := p.head // what the tree gives to the head
	for _, k := range p.tree.Kids(p.head) {
		if k < p.head && p.tree.Is(k, premodifiers...) {
			first, _ := p.tree.Subtree(k)
			sure = min(sure, first)
		}
	}
	for w := p.head - 1; w >= 0 && w >= p.head-maxPremodifiers; w-- {
		switch p.before(w) {
		case closes:
			return min(w, sure)
		case breaks:
			return sure
		case loose:
			if isHyphen(p.tree.Word(w+1).Form) || isHyphen(p.tree.Word(w).Form) || p.tree.Is(w, "compound", "amod", "nummod") {
				sure = min(sure, w)
				continue
			}
			if w < sure && !p.tree.Is(w, "compound", "amod", "nummod", "nmod", "punct", "advmod", "case", "cc", "conj", "flat") {
				return p.determined(w, sure)
			}
		}
	}
	return sure
}

// maxPremodifiers is the number of words before a head that may belong to it.
const maxPremodifiers = 14

// determined returns the word of the determiner that opens the row of nouns
// and adjectives ending at w, or sure if none does.
func (p *phrase) determined(w, sure int) int {
	for ; w >= 0; w-- {
		switch p.before(w) {
		case closes:
			return min(w, sure)
		case breaks:
			return sure
		}
	}
	return sure
}

// What a word before a head does to the phrase.
const (
	breaks = iota // it belongs to something else
	loose         // it may belong to the phrase
	closes        // it opens the phrase
)

func (p *phrase) before(w int) int {
	word := p.tree.Word(w)
	switch word.UPOS {
	case "DET":
		if p.tree.Is(w, "nsubj", "obj", "obl") || strings.EqualFold(word.Form, "all") || strings.EqualFold(word.Form, "both") {
			return breaks
		}
		return closes
	case "PRON":
		if word.XPOS == "PRP$" {
			return closes
		}
	case "NOUN", "PROPN", "ADJ", "NUM":
		return loose
	case "PART":
		if word.XPOS == "POS" {
			return loose
		}
	case "PUNCT":
		if isHyphen(word.Form) {
			return loose
		}
	case "VERB":
		if p.tree.Is(w, "amod") || isHyphen(p.tree.Word(max(0, w-1)).Form) && word.XPOS == "VBN" {
			return loose
		}
	case "ADV":
		if p.tree.Is(w, "advmod") && word.Head > w && word.Head <= p.head {
			return loose
		}
	case "CCONJ":
		if h := word.Head; h > w && h <= p.head && p.tree.Is(h, "conj", "amod", "compound") && w > 0 && p.before(w-1) == loose {
			return loose
		}
	}
	return breaks
}

// premodifiers are the relations by which words before a noun belong to it.
var premodifiers = []string{"det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "nmod:unmarked", "obl:unmarked", "flat", "det:predet", "appos"}

// trimLeft moves first over punctuation, conjunctions and prepositions that
// stand at the edge.
func (p *phrase) trimLeft(first int) int {
	for first < p.head {
		switch p.tree.Word(first).UPOS {
		case "PUNCT", "CCONJ", "ADP", "SCONJ", "SYM":
			first++
		default:
			return first
		}
	}
	return first
}

// complements returns the ends of the prepositional phrases and clauses that
// follow the head without a break.
func (p *phrase) complements() []int {
	var ends []int
	at := p.last
	for _, k := range p.tree.Kids(p.head) {
		if k < p.last || !p.tree.Is(k, "nmod", "acl") {
			continue
		}
		first, end := p.tree.Subtree(k)
		if first != at || end-first > maxComplement {
			break
		}
		if verb := p.participle(first, end); verb > first && p.tree.Is(k, "nmod") {
			ends = append(ends, p.trimRight(verb))
		}
		if comma := p.comma(first, end); comma > first {
			ends = append(ends, p.trimRight(comma))
			if end-comma > 3 {
				break
			}
		}
		ends = append(ends, p.trimRight(end))
		at = end
	}
	return ends
}

// participle returns the first verb in the past or its participle in [first, end),
// before any comma, or -1. A complement that a clause follows, or a predicate that
// the parser took for one, is also read without it: "talks on tariffs collapsed".
func (p *phrase) participle(first, end int) int {
	for w := first; w < end && p.tree.Word(w).UPOS != "PUNCT"; w++ {
		if word := p.tree.Word(w); word.UPOS == "VERB" && (word.XPOS == "VBN" || word.XPOS == "VBD") && p.tree.Is(w, "acl") && w > first+1 {
			return w
		}
	}
	return -1
}

// comma returns the first punctuation mark in [first, end) that is no hyphen,
// or -1.
func (p *phrase) comma(first, end int) int {
	for w := first; w < end; w++ {
		if word := p.tree.Word(w); word.UPOS == "PUNCT" && !isHyphen(word.Form) && word.Form != "\"" {
			return w
		}
	}
	return -1
}

// maxComplement is the length in words up to which a complement is part of a
// surface form.
const maxComplement = 12

// trimRight moves end back over closing punctuation.
func (p *phrase) trimRight(end int) int {
	for end > p.last && p.tree.Word(end-1).UPOS == "PUNCT" {
		end--
	}
	return end
}

// starts returns the words at which a shorter form of the phrase may begin,
// from the longest form to the head alone: without determiner, without
// possessor, without one modifier after the other.
func (p *phrase) starts() []int {
	out := []int{p.first}
	from := p.first + 1
	for w := p.first; w < p.head; w++ {
		if p.tree.Word(w).XPOS == "POS" {
			from = w + 1
		}
	}
	for w := from; w <= p.head; w++ {
		last := p.tree.Word(w - 1)
		if isHyphen(last.Form) || isHyphen(p.tree.Word(w).Form) || last.UPOS == "CCONJ" || p.tree.Word(w).UPOS == "CCONJ" || last.UPOS == "ADV" {
			continue
		}
		if h := last.Head; h == w && p.tree.Is(w-1, "flat", "compound") && w < p.head && p.tree.Word(w).UPOS == "PROPN" {
			continue // inside a name
		}
		out = append(out, w)
	}
	return out
}

func isHyphen(form string) bool {
	switch form {
	case "-", "–", "‐", "‑", "/":
		return true
	}
	return false
}

// determiner returns the lower-cased determiner or possessive pronoun of the
// phrase, or "".
func (p *phrase) determiner() string {
	if w := p.tree.Word(p.first); p.first < p.head && (w.UPOS == "DET" || w.XPOS == "PRP$") {
		return strings.ToLower(w.Form)
	}
	for _, k := range p.tree.Kids(p.head) {
		w := p.tree.Word(k)
		if k < p.head && (p.tree.Is(k, "det") || w.Rel == "nmod:poss" && w.UPOS == "PRON") {
			return strings.ToLower(w.Form)
		}
	}
	return ""
}

// modifiers returns the heads of the words before the noun that say more of
// it, determiners and pronouns left out.
func (p *phrase) modifiers() []int {
	var out []int
	for w := p.first; w < p.head; w++ {
		if h := p.tree.Word(w).Head; h >= p.first && h < p.head {
			continue // within another modifier
		}
		switch p.tree.Word(w).UPOS {
		case "DET", "PRON", "PUNCT", "PART", "CCONJ", "ADP":
		default:
			out = append(out, w)
		}
	}
	return out
}

// of returns the words that hang on the head by one of the prepositions.
func (p *phrase) of(prepositions ...string) []int {
	return p.tree.Complements(p.head, prepositions)
}
