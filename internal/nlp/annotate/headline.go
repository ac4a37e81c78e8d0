package annotate

import (
	"iter"
	"strings"

	"kg/internal/nlp"
	"kg/internal/nlp/tag"
	"kg/internal/source"
)

// A body counts how a document writes its words within sentences.
type body map[string]*[4]int

// usage counts the casings of the words of a document's running sentences, by
// lower-case form. The first words of sentences do not count.
func usage(sentences []nlp.Sentence) body {
	b := body{}
	for i := range sentences {
		words := sentences[i].Words
		if tag.IsHeadline(forms(words)) {
			continue
		}
		for j := 1; j < len(words); j++ {
			c := tag.CasingOf(words[j].Form)
			if c == tag.Unknown {
				continue
			}
			low := strings.ToLower(words[j].Form)
			if b[low] == nil {
				b[low] = new([4]int)
			}
			b[low][c]++
		}
	}
	return b
}

// casing returns the casing the document prefers for a form, Unknown if it
// does not use it.
func (b body) casing(form string) tag.Casing {
	n := b[strings.ToLower(form)]
	if n == nil {
		return tag.Unknown
	}
	best := tag.Lower
	for c := tag.Title; c <= tag.Upper; c++ {
		if n[c] > n[best] {
			best = c
		}
	}
	return best
}

// isHeadline reports whether the case of the words of a sentence is the
// headline writer's: nearly all are capitalised, in a headline's place or all
// in capitals or without the stop that ends a sentence.
func isHeadline(s *nlp.Sentence, blocks []source.Block) bool {
	if len(s.Words) < 3 || !tag.IsHeadline(forms(s.Words)) {
		return false
	}
	if s.Block < len(blocks) {
		if k := blocks[s.Block].Kind; k == source.Title || k == source.Heading {
			return true
		}
	}
	return shouts(s.Words) || s.Words[len(s.Words)-1].Form != "."
}

// shouts reports whether a sentence has no lower-case letter.
func shouts(words []nlp.Word) bool {
	for i := range words {
		if words[i].Form != strings.ToUpper(words[i].Form) {
			return false
		}
	}
	return true
}

// recase returns the forms that the words of a headline would have in running
// text: as the document's sentences write them, or else as usual. Names that
// neither knows keep a capital.
func (a *Annotator) recase(words []nlp.Word, b body) []string {
	loud := shouts(words)
	out := make([]string, len(words))
	for i := range words {
		form := words[i].Form
		out[i] = form
		written := tag.CasingOf(form)
		if written != tag.Title && !(loud && written == tag.Upper) {
			continue
		}
		c := b.casing(form)
		if c == tag.Unknown {
			c = a.tagger.Casing(form)
		}
		if c == tag.Unknown && written == tag.Upper && len(form) > 3 {
			c = tag.Title
		}
		out[i] = c.Write(form)
	}
	return out
}

// forms yields the forms of the words.
func forms(words []nlp.Word) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range words {
			if !yield(words[i].Form) {
				return
			}
		}
	}
}
