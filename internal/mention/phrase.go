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

// phraseAt returns the noun phrase of the word head.
func phraseAt(t *frame.Tree, head int) phrase {
	p := phrase{tree: t, head: head, first: head, last: head + 1}
	for _, k := range t.Kids(head) {
		switch {
		case k < head && t.Is(k, premodifiers...):
			first, _ := t.Subtree(k)
			p.first = min(p.first, first)
		case k == p.last && t.Is(k, "flat", "goeswith", "compound"):
			_, p.last = t.Subtree(k)
		}
	}
	p.first = p.trimLeft(p.first)
	p.right = p.complements()
	return p
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
		ends = append(ends, p.trimRight(end))
		at = end
	}
	return ends
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
	for _, k := range p.tree.Kids(p.head) {
		if k >= p.head {
			break
		}
		if !p.tree.Is(k, premodifiers...) {
			continue
		}
		if _, end := p.tree.Subtree(k); end > out[len(out)-1] && end <= p.head {
			out = append(out, p.trimLeft(p.hyphen(end)))
		}
	}
	return out
}

// hyphen moves a start over a hyphen and the word after it, so that no form
// begins in the middle of a compound.
func (p *phrase) hyphen(at int) int {
	for at+1 < p.head && isHyphen(p.tree.Word(at).Form) {
		at += 2
	}
	return at
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
	for _, k := range p.tree.Kids(p.head) {
		if k < p.head && p.tree.Is(k, "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "nmod:unmarked") && p.tree.Word(k).UPOS != "PRON" {
			out = append(out, k)
		}
	}
	return out
}

// of returns the words that hang on the head by one of the prepositions.
func (p *phrase) of(prepositions ...string) []int {
	return p.tree.Complements(p.head, prepositions)
}
