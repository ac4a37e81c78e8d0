package main

import (
	"strings"

	"kg/internal/nlp"
	"kg/internal/nlp/conllu"
	"kg/internal/nlp/ner"
	"kg/internal/nlp/segment"
	"kg/internal/nlp/tag"
)

// An unseen analyses documents of the treebanks by models that were trained on
// the other documents, so that names are learnt from words as wrong as they
// will be.
type unseen struct {
	fold       map[string]int // of a document, by its name
	boundaries [folds]string
	taggers    [folds]*tag.Tagger
}

// newUnseen trains the models of each fold of the treebanks' documents.
func newUnseen(c *corpus, plain tag.Plain, o options) (*unseen, error) {
	u := &unseen{fold: map[string]int{}}
	for _, bank := range c.banks {
		for _, s := range bank {
			if _, ok := u.fold[s.Doc]; !ok {
				u.fold[s.Doc] = len(u.fold) % folds
			}
		}
	}
	for fold := range folds {
		var rest [][]conllu.Sentence
		var words []nlp.Sentence
		for _, bank := range c.banks {
			var others []conllu.Sentence
			for _, s := range bank {
				if u.fold[s.Doc] != fold {
					others = append(others, s)
				}
			}
			rest = append(rest, others)
			words = append(words, bare(others)...)
		}
		_, t, err := newTagger(words, plain, o)
		if err != nil {
			return nil, err
		}
		u.taggers[fold], u.boundaries[fold] = t, string(segment.Train(rest, segment.Options{}))
	}
	return u, nil
}

// tag tags the words of a document.
func (u *unseen) tag(e ner.Example) {
	for _, s := range e.Sentences {
		u.taggers[u.fold[e.ID]].Tag(s.Words, nil)
	}
}

// resplit returns the document as it is read from its raw text, as one
// paragraph: sentences and words by our own rules, and those names whose words
// stand in one sentence of ours.
func (u *unseen) resplit(e ner.Example) ner.Example {
	out := ner.Example{ID: e.ID, Partial: e.Partial}
	src, names := flatten(e)
	at := 0 // letters so far
	for s := range segment.EachBy(u.boundaries[u.fold[e.ID]], src, nil) {
		for i := range s.Words {
			n, ok := names[at]
			at += letters(s.Words[i].Span.Of(src))
			for end, stop := i+1, at; ok && stop <= n.end; end++ {
				if stop == n.end {
					s.Names = append(s.Names, nlp.Name{First: i, End: end, Type: n.kind})
				}
				if end == len(s.Words) {
					break
				}
				stop += letters(s.Words[end].Span.Of(src))
			}
		}
		out.Sentences = append(out.Sentences, s)
	}
	return out
}

// A stretch is a name in a text, up to a number of letters.
type stretch struct {
	end  int
	kind string
}

// flatten returns the text of a document and its names by the number of
// letters before them.
func flatten(e ner.Example) (string, map[int]stretch) {
	var src strings.Builder
	names := map[int]stretch{}
	at := 0
	for _, s := range e.Sentences {
		ends := make([]int, len(s.Words)+1)
		for i, w := range s.Words {
			if i == 0 || s.Words[i-1].Span.End < w.Span.Start {
				src.WriteByte(' ')
			}
			src.WriteString(w.Form)
			ends[i] = at
			at += letters(w.Form)
		}
		ends[len(s.Words)] = at
		for _, n := range s.Names {
			names[ends[n.First]] = stretch{ends[n.End], n.Type}
		}
	}
	return src.String(), names
}

// letters counts the bytes of a word but for spaces.
func letters(s string) int { return len(s) - strings.Count(s, " ") }
