package quote_test

import (
	"fmt"
	"strings"
	"testing"

	"kg/internal/nlp"
	"kg/internal/nlp/annotate"
	"kg/internal/quote"
	"kg/internal/source"
)

func read(t testing.TB, src string) (*source.Document, []nlp.Sentence) {
	t.Helper()
	a, err := annotate.New()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := source.Parse("-", []byte(src), "2019-05-06")
	if err != nil {
		t.Fatal(err)
	}
	return doc, a.Sentences(doc)
}

// form gives the word, and for a name its last word.
func form(ss []nlp.Sentence, w quote.Word) string {
	if w == quote.None {
		return "-"
	}
	ws := ss[w.Sentence].Words
	for w.Index+1 < len(ws) && strings.HasPrefix(ws[w.Index+1].Rel, "flat") {
		w.Index++
	}
	return ws[w.Index].Form
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`“The bridge is safe and open,” said Nora Lind.`, "Lind: The bridge is safe and open,"},
		{`“The bridge is safe and open,” Lind said on Monday.`, "Lind: The bridge is safe and open,"},
		{`Lind said: “The bridge is safe and open.”`, "Lind: The bridge is safe and open."},
		{`Lind said on Monday that the bridge was “safe and open to everyone”.`, "Lind: safe and open to everyone"},
		{`“The bridge is safe,” said Lind, “and it is open.”`, "Lind: The bridge is safe, and it is open."},
		{`“The bridge is safe,” Lind said. “It is open to everyone.”`, "Lind: The bridge is safe,; Lind: It is open to everyone."},
		{`“The bridge is safe and open,” the mayor, Nora Lind, told reporters.`, "Lind: The bridge is safe and open,"},
		{`“The bridge is safe and open,” she said.`, "she: The bridge is safe and open,"},
		{`The mayor, Nora Lind, called the bridge “safe and open to everyone”.`, "Lind: safe and open to everyone"},
		{`The bridge, according to the mayor, is “safe and open to everyone”.`, "mayor: safe and open to everyone"},
		{`The mayor's answer was blunt: “The bridge is safe and open.”`, "mayor: The bridge is safe and open."},
		{`Lind, whose party lost, denied the charge, calling it “a story for small children”.`, "Lind: a story for small children"},
		{`“The bridge is safe.” That is how Nora Lind remembers the day.`, "Lind: The bridge is safe."},
		{"Lind said: “The bridge is safe.\n\n“It is open.”", "Lind: The bridge is safe. It is open."},
		{`The bridge was described by Lind as “safe and open to everyone”.`, "Lind: safe and open to everyone"},
		{`By her own account Lind left the bridge “safe and open to everyone”.`, "her: safe and open to everyone"},
		{`The bridge was, in Lind's words, “safe and open to everyone”.`, "Lind: safe and open to everyone"},
		{`The bridge was “safe and open to everyone”, in the view of Nora Lind.`, "Lind: safe and open to everyone"},
		{`A statement from the mayor called the bridge “safe and open to everyone”.`, "mayor: safe and open to everyone"},
		{`“The bridge is safe and open,” said one of them, Nora Lind.`, "Lind: The bridge is safe and open,"},
		{`The bridge, Lind told the council, was “safe and open to everyone”.`, "Lind: safe and open to everyone"},
		{`The bridge will not close, Lind said, preferring “a slow and careful repair”.`, "Lind: a slow and careful repair"},
		{`For Lind the bridge is “safe and open to everyone”.`, "Lind: safe and open to everyone"},
		{`Lind was not pleased. “The bridge is safe and open to everyone.”`, "Lind: The bridge is safe and open to everyone."},
	} {
		doc, ss := read(t, c.in)
		var got []string
		for _, q := range quote.Find(doc, ss) {
			if q.Statement() {
				got = append(got, form(ss, q.Speaker)+": "+q.Text)
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, strings.Join(got, "; "), c.want)
		}
	}
}

func TestScareQuotes(t *testing.T) {
	doc, ss := read(t, `The “safe” bridge fell, said Lind, who had called it “new”.`)
	for _, q := range quote.Find(doc, ss) {
		if q.Statement() {
			t.Errorf("%q is no statement", q.Text)
		}
	}
}

func TestTurns(t *testing.T) {
	src := "The bridge and after\n\nThe Herald: What went wrong with the bridge in your view?\n\nNora Lind: We built it too fast and too cheap.\n\nThe rest was bad luck, I think.\n\nThe Herald: Who is to blame for all of this?\n\nNora Lind: I am, and nobody else is."
	doc, ss := read(t, src)
	var got []string
	for _, q := range quote.Find(doc, ss) {
		if q.Turn {
			got = append(got, form(ss, q.Speaker)+": "+q.Text)
		}
	}
	want := "Herald: What went wrong with the bridge in your view?|Lind: We built it too fast and too cheap.|Lind: The rest was bad luck, I think.|Herald: Who is to blame for all of this?|Lind: I am, and nobody else is."
	if strings.Join(got, "|") != want {
		t.Errorf("\n got %s\nwant %s", strings.Join(got, "|"), want)
	}
}

func TestNoTurns(t *testing.T) {
	src := "LONDON: The bridge fell on Monday.\n\nIt was new.\n\nHeadline Points:\n\nThe bridge fell."
	doc, ss := read(t, src)
	if qs := quote.Find(doc, ss); len(qs) > 0 {
		t.Errorf("got %v", qs)
	}
}

func TestReports(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Lind said that the bridge was safe.", "Lind said safe: that the bridge was safe"},
		{"Lind said the bridge had collapsed.", "Lind said collapsed: the bridge had collapsed"},
		{"The bridge had collapsed, Lind said.", "Lind said collapsed: The bridge had collapsed"},
		{"The bridge had collapsed, officials warn.", "officials warn collapsed: The bridge had collapsed"},
		{"The bridge is dead, says the opposition.", "opposition says dead: The bridge is dead"},
		{"Lind is said to have met the mayor.", "- said met: to have met the mayor"},
		{"The army, according to witnesses, shelled the village.", "witnesses - shelled: The army, according to witnesses, shelled the village"},
		{"The bridge fell.", ""},
	} {
		doc, ss := read(t, c.in)
		var got []string
		for _, r := range quote.Reports(doc, ss) {
			got = append(got, fmt.Sprintf("%s %s %s: %s", form(ss, r.Speaker), form(ss, r.Verb), form(ss, r.Clause), r.Span.Of(doc.Text)))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, strings.Join(got, "; "), c.want)
		}
	}
}

// Whatever the marks, parts are disjoint, in order and within the document,
// and the words named exist.
func FuzzFind(f *testing.F) {
	for _, s := range []string{`“A,” said B, “c.” D: “e`, "A: b c\n\nB: d\n\nA: e", `said "x" that, according to`, "'a' b's 'c", "X said:\n\nI am here now.\n\nI go."} {
		f.Add(s)
	}
	a, err := annotate.New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, src string) {
		doc, err := source.Parse("-", []byte(src), "2019-05-06")
		if err != nil {
			t.Skip()
		}
		ss := a.Sentences(doc)
		exists := func(w quote.Word) bool {
			return w == quote.None || w.Sentence >= 0 && w.Sentence < len(ss) && w.Index >= 0 && w.Index < len(ss[w.Sentence].Words)
		}
		for _, q := range quote.Find(doc, ss) {
			end := 0
			for _, p := range q.Parts {
				if p.Start < end || p.End < p.Start || p.End > len(doc.Text) || !q.Span.Contains(p) {
					t.Fatalf("%q: part %v of %v", src, p, q)
				}
				end = p.End
			}
			if !exists(q.Speaker) || !exists(q.Verb) {
				t.Fatalf("%q: %v", src, q)
			}
		}
		for _, r := range quote.Reports(doc, ss) {
			if !exists(r.Speaker) || !exists(r.Verb) || !exists(r.Clause) || r.Span.End > len(doc.Text) {
				t.Fatalf("%q: %v", src, r)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	src := strings.Repeat("“The bridge is safe,” said Nora Lind, the mayor, “and it is open.” The minister, who had come from the capital by train, called it “a monument to haste and greed”. He said that it would be shut.\n\n", 20)
	doc, ss := read(b, src)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		quote.Find(doc, ss)
		quote.Reports(doc, ss)
	}
}
