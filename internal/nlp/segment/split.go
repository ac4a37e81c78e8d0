// Package segment cuts a document's text into sentences of words: raw text
// and the layout's blocks go in, sentences of Universal Dependencies words,
// forms and spans filled, come out.
//
// Words follow the English treebanks EWT and GUM: clitics are words of their
// own joined to the token they are written in, hyphens mostly stand alone.
// They are found by rules over small tables. Where a sentence ends is decided
// by a linear model over the tokens around each gap, with rules that never
// part a title, an initial or a number from what follows.
package segment

import (
	"iter"
	"strings"

	"kg/internal/nlp"
	"kg/internal/nlp/form"
	"kg/internal/source"
	"kg/internal/text"
	"kg/model"
)

// Split returns the sentences of the text in its order. No sentence crosses a
// block; text outside blocks is not read. Without blocks the paragraphs of the
// text, parted by blank lines, are the blocks. The time is linear in the
// length of the text.
func Split(text string, blocks []source.Block) []nlp.Sentence {
	var out []nlp.Sentence
	for s := range Each(text, blocks) {
		out = append(out, s)
	}
	return out
}

// Each yields what [Split] returns, holding no more than one block's tokens at
// a time.
func Each(text string, blocks []source.Block) iter.Seq[nlp.Sentence] {
	return EachBy(model.Boundaries(), text, blocks)
}

// EachBy is [Each] with the boundaries of another model file than the embedded
// one, as [Train] returns it.
func EachBy(boundaries, src string, blocks []source.Block) iter.Seq[nlp.Sentence] {
	return func(yield func(nlp.Sentence) bool) {
		if len(blocks) == 0 {
			blocks = paragraphs(src)
		}
		s := scanner{lx: tables(), text: src}
		b := bounds{weights: weights(boundaries), lx: s.lx, text: src}
		for i, block := range blocks {
			s.tokens = s.tokens[:0]
			s.scan(block.Span.Start, block.Span.End)
			b.reset(s.tokens)
			for first := 0; first < len(s.tokens); {
				end := b.next(first)
				if !yield(sentence(src, i, s.tokens[first:end])) {
					return
				}
				first = end
			}
		}
	}
}

// sentence makes words of tokens.
func sentence(src string, block int, tokens []token) nlp.Sentence {
	words := make([]nlp.Word, len(tokens))
	for i, t := range tokens {
		span := text.Span{Start: t.start, End: t.end}
		words[i] = nlp.Word{Span: span, Form: form.Normal(span.Of(src)), Head: -1, Joined: t.joined}
	}
	span := text.Span{Start: tokens[0].start, End: tokens[len(tokens)-1].end}
	return nlp.Sentence{Span: span, Block: block, Words: words}
}

// paragraphs returns the stretches of the text between blank lines.
func paragraphs(src string) []source.Block {
	var out []source.Block
	start, end := -1, 0
	for at := 0; at < len(src); {
		next := len(src)
		if n := strings.IndexByte(src[at:], '\n'); n >= 0 {
			next = at + n + 1
		}
		blank := strings.TrimSpace(src[at:next]) == ""
		if !blank && start < 0 {
			start = at
		}
		if !blank {
			end = next
		}
		if start >= 0 && (blank || next == len(src)) {
			out = append(out, source.Block{Kind: source.Paragraph, Span: text.Span{Start: start, End: end}})
			start = -1
		}
		at = next
	}
	return out
}
