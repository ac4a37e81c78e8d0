package pipeline_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"kg/internal/fact"
	"kg/internal/pipeline"
	"kg/internal/source"
	"kg/internal/text"
)

// TestDeletingASentence: without one of its sentences a document says exactly
// what it said, less what that sentence was evidence for. What hangs on the
// sentence may change too: facts whose own sentence speaks of somebody or
// something that the deleted one speaks of, those with an end or a date that
// is only understood from other sentences, and quotations that go on there.
func TestDeletingASentence(t *testing.T) {
	p := newPipeline(t)
	files, err := filepath.Glob("../../examples/talks/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no examples: ", err)
	}
	gone, hung, kept := 0, 0, 0
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		whole := read(t, p, name, data, "")
		for _, s := range sentences(p, whole.doc) {
			short := read(t, p, name, slices.Concat(data[:s.Start], data[s.End:]), whole.doc.Date)
			g, h, k := compareWithout(t, &whole, &short, s)
			gone, hung, kept = gone+g, hung+h, kept+k
		}
	}
	t.Logf("over all deletions: %d facts gone with their sentence, %d changed that hung on it, %d kept", gone, hung, kept)
	if gone == 0 || kept < 10*hung {
		t.Errorf("%d facts gone, %d changed with what they hung on, %d kept: a sentence moves too much", gone, hung, kept)
	}
}

// A document is a text with what was read from it.
type document struct {
	doc *source.Document
	r   *fact.Reading
}

func read(t *testing.T, p *pipeline.Pipeline, name string, data []byte, date string) document {
	t.Helper()
	doc, err := source.Parse(name, data, date)
	if err != nil {
		t.Fatal(err)
	}
	if date != "" {
		doc.Date = date
	}
	return document{doc, p.Read(doc)}
}

// sentences returns the spans of those sentences that a paragraph holds: a
// title or a dateline says more than its words.
func sentences(p *pipeline.Pipeline, doc *source.Document) []text.Span {
	var out []text.Span
	for _, s := range p.Sentences(doc) {
		if s.Block >= 0 && doc.Blocks[s.Block].Kind == source.Paragraph {
			out = append(out, s.Span)
		}
	}
	return out
}

// compareWithout reports every fact that changed although neither it nor what it
// hangs on stood in the deleted sentence, and counts the others.
func compareWithout(t *testing.T, whole, short *document, s text.Span) (gone, hung, kept int) {
	t.Helper()
	now := map[string]int{}
	for i := range short.r.Facts {
		now[line(short, i, text.Span{})]++
	}
	loose := map[text.Span]bool{} // sentences in which something hung on the deleted one
	for i := range whole.r.Facts {
		f := &whole.r.Facts[i]
		l := line(whole, i, s)
		switch {
		case f.Evidence.Span == s:
			gone++
		case now[l] > 0:
			now[l]--
			kept++
		case hangs(whole.r, f, s):
			hung++
			t.Logf("%s: without %q: gone with what it hung on: %s", whole.doc.Name, s.Of(whole.doc.Text), l)
		default:
			t.Errorf("%s: without %q: lost %s", whole.doc.Name, s.Of(whole.doc.Text), l)
		}
		if hangs(whole.r, f, s) {
			loose[shift(f.Evidence.Span, s)] = true
		}
	}
	for i := range short.r.Facts {
		f := &short.r.Facts[i]
		if l := line(short, i, text.Span{}); now[l] > 0 && !loose[f.Evidence.Span] && !understood(f) {
			now[l]--
			t.Errorf("%s: without %q: new %s", whole.doc.Name, s.Of(whole.doc.Text), l)
		}
	}
	return gone, hung, kept
}

// hangs reports whether a sentence speaks of what the fact's sentence speaks of,
// or holds its date.
func hangs(r *fact.Reading, f *fact.Fact, s text.Span) bool {
	if understood(f) || f.Evidence.Object.Overlaps(s) {
		return true
	}
	about := map[int]bool{f.Subject: true, f.Object: true, f.Claimed: true}
	for _, m := range r.Mentions {
		if f.Evidence.Span.Contains(m.Span) {
			about[m.Entity] = true
		}
	}
	return slices.ContainsFunc(r.Mentions, func(m fact.Mention) bool { return about[m.Entity] && s.Contains(m.Span) })
}

// understood reports whether an end of the fact stands in another sentence.
func understood(f *fact.Fact) bool {
	e := &f.Evidence
	return !e.Span.Contains(e.Subject) || !e.Span.Overlaps(e.Object)
}

// line is a fact with its place in the document without s. A date that another
// sentence gives is left out.
func line(d *document, i int, s text.Span) string {
	f := &d.r.Facts[i]
	date := f.Date
	if !f.Evidence.Span.Contains(f.Evidence.Dating.Span) {
		date = ""
	}
	return fmt.Sprintf("%s(%s, %s) %s %s %q at %d [%s]", f.Relation, d.r.Entities[f.Subject].Name, d.r.Entities[f.Object].Name, f.Modality, date, f.Role,
		shift(f.Evidence.Span, s).Start, f.Evidence.Rule)
}

// shift returns where a span lies once s is deleted.
func shift(span, s text.Span) text.Span {
	if span.Start >= s.End {
		n := s.End - s.Start
		return text.Span{Start: span.Start - n, End: span.End - n}
	}
	return span
}
