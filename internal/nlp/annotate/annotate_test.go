package annotate

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"kg/internal/nlp"
	"kg/internal/source"
	"kg/internal/text"
)

// document returns a document of one paragraph.
func document(s string) *source.Document {
	return &source.Document{Text: s, Blocks: []source.Block{{Kind: source.Paragraph, Span: text.Span{End: len(s)}}}}
}

// annotator returns a new annotator.
func annotator(t testing.TB) *Annotator {
	t.Helper()
	a, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestSentences(t *testing.T) {
	got := annotator(t).Sentences(document("Mia Trentino met the envoy of Freedonia in Geneva."))
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

// TestHeadlines reads headlines as running text; forms and spans stay.
func TestHeadlines(t *testing.T) {
	const body = "\n\nThe talks between the envoys of Freedonia and Sylvania began on Monday."
	for _, c := range []struct{ headline, word, upos string }{
		{"Envoys Begin Talks On Border Dispute", "Begin", "VERB"},
		{"ENVOYS OF FREEDONIA BEGIN TALKS", "TALKS", "NOUN"},
		{"ENVOYS OF FREEDONIA BEGIN TALKS", "FREEDONIA", "PROPN"},
		{"Freedonia Rejects New Border Proposal", "Rejects", "VERB"},
		{"Freedonia Rejects New Border Proposal", "Proposal", "NOUN"},
	} {
		src := c.headline + body
		doc := &source.Document{Text: src, Blocks: []source.Block{
			{Kind: source.Title, Span: text.Span{End: len(c.headline)}},
			{Kind: source.Paragraph, Span: text.Span{Start: len(c.headline) + 2, End: len(src)}},
		}}
		found := false
		for _, w := range annotator(t).Sentences(doc)[0].Words {
			if w.Form != w.Span.Of(src) {
				t.Errorf("%s: form %q of %q", c.headline, w.Form, w.Span.Of(src))
			}
			if w.Form == c.word {
				found = true
				if w.UPOS != c.upos {
					t.Errorf("%s: %s is %s, want %s", c.headline, w.Form, w.UPOS, c.upos)
				}
			}
		}
		if !found {
			t.Errorf("%s: no word %q", c.headline, c.word)
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	a := annotator(t)
	doc := document(strings.Repeat("The minister of Freedonia met Mia Trentino, who leads the talks. ", 20))
	want := fmt.Sprint(a.Sentences(doc))
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if got := fmt.Sprint(a.Sentences(doc)); got != want {
				t.Error("another analysis beside others")
			}
		})
	}
	wg.Wait()
}

// checkSentence fails unless the words lie in order in the text and their heads
// are one tree.
func checkSentence(t *testing.T, s *nlp.Sentence, size int) {
	t.Helper()
	last, roots := s.Span.Start, 0
	for i, w := range s.Words {
		if w.Span.Start < last || w.Span.End <= w.Span.Start || w.Span.End > size {
			t.Fatalf("word %d at %v after byte %d of %d", i, w.Span, last, size)
		}
		last = w.Span.End
		if w.UPOS == "" || w.Rel == "" || w.Head < -1 || w.Head >= len(s.Words) {
			t.Fatalf("word %d: %+v", i, w)
		}
		if w.Head == -1 {
			roots++
		}
		steps := 0
		for h := i; h != -1; h = s.Words[h].Head {
			if steps++; steps > len(s.Words) {
				t.Fatalf("word %d is its own ancestor", i)
			}
		}
	}
	if roots != 1 {
		t.Fatalf("%d roots in %d words", roots, len(s.Words))
	}
}

func FuzzSentences(f *testing.F) {
	a := annotator(f)
	f.Add("The minister said: “We didn't agree (yet)”. TALKS FAIL")
	f.Add("((((((((( ,,,, . . . \x00\x01 e\u0301 \u00ad")
	f.Add("U.S.–Ukraine talks… https://a.b/c?d=e #x @y 1,234.5%")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			s = strings.ToValidUTF8(s, "�")
		}
		for _, x := range a.Sentences(document(s)) {
			checkSentence(t, &x, len(s))
		}
	})
}

// TestHardText finishes in time linear in the length of text without sense.
func TestHardText(t *testing.T) {
	a := annotator(t)
	for name, s := range map[string]string{
		"long sentence": strings.Repeat("and the minister of the country ", 900),
		"brackets":      strings.Repeat("(", 10_000),
		"one word":      strings.Repeat("a", 1<<18),
		"commas":        strings.Repeat("Mia, ", 2500),
	} {
		t.Run(name, func(t *testing.T) {
			n := 0
			for _, x := range a.Sentences(document(s)) {
				n += len(x.Words)
			}
			if n == 0 {
				t.Error("no words")
			}
		})
	}
}

// TestPortions: a text cut into portions has the words of the whole; names are
// surer the more often a portion holds them.
func TestPortions(t *testing.T) {
	a := annotator(t)
	words := func(list []nlp.Sentence) (all []nlp.Word) {
		for _, s := range list {
			all = append(all, s.Words...)
		}
		return all
	}
	doc := document(strings.Repeat("Mia Trentino met Rufus Firefly in Geneva. They agreed.\n\nThe talks go on.\n\n", 5))
	want := a.Sentences(doc)
	for _, most := range []int{1, 9, 10, 1000} {
		var got []nlp.Sentence
		portions := 0
		for p := range a.portions(doc, most) {
			if len(p) == 0 {
				t.Errorf("an empty portion")
			}
			got = append(got, p...)
			portions++
		}
		if len(got) != len(want) || !reflect.DeepEqual(words(got), words(want)) {
			t.Errorf("portions of %d words give %d sentences that differ from the %d of the whole", most, len(got), len(want))
		}
		if most == 1000 && portions != 1 || most == 1 && portions != len(want) {
			t.Errorf("%d portions of %d words", portions, most)
		}
	}
	for p := range a.portions(document("\n"), 10) {
		t.Errorf("a text without words has the portion %+v", p)
	}
}

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		annotator(b)
	}
}

func BenchmarkSentences(b *testing.B) {
	a := annotator(b)
	doc := document(strings.Repeat(`The foreign minister of Freedonia, Rufus Firefly, said on Monday that his country would not attend
the peace talks which President Mia Trentino of Sylvania had proposed in Geneva last week. "We have seen this plan before," he told reporters,
adding that "it ignores the 2,000 people who were driven from their homes". The talks, led by Ambassador Vera Marcal, are to begin on June 3. `, 40))
	words := 0
	for _, s := range a.Sentences(doc) {
		words += len(s.Words)
	}
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		a.Sentences(doc)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
