package annotate

import (
	"testing"

	"kg/internal/source"
	"kg/internal/text"
)

// document returns a document of one paragraph.
func document(s string) *source.Document {
	return &source.Document{Text: s, Blocks: []source.Block{{Kind: source.Paragraph, Span: text.Span{End: len(s)}}}}
}

func TestSentences(t *testing.T) {
	a, err := New()
	if err != nil {
		t.Fatal(err)
	}
	got := a.Sentences(document("Mia Trentino met the envoy of Freedonia in Geneva."))
	if len(got) != 1 {
		t.Fatalf("%d sentences, want 1", len(got))
	}
	want := []struct {
		form, upos, rel string
		head            int
	}{
		{"Mia", "PROPN", "nsubj", 2}, {"Trentino", "PROPN", "flat", 0}, {"met", "VERB", "root", -1},
		{"the", "DET", "det", 4}, {"envoy", "NOUN", "obj", 2}, {"of", "ADP", "case", 6}, {"Freedonia", "PROPN", "nmod", 4},
	}
	for i, w := range want {
		if g := got[0].Words[i]; g.Form != w.form || g.UPOS != w.upos || g.Rel != w.rel || g.Head != w.head {
			t.Errorf("word %d: %s %s %s %d, want %+v", i, g.Form, g.UPOS, g.Rel, g.Head, w)
		}
	}
}
