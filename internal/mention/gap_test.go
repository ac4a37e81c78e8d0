package mention_test

import (
	"encoding/csv"
	"os"
	"strconv"
	"testing"

	"kg/internal/mention"
	"kg/internal/nlp/annotate"
	"kg/internal/source"
	"kg/internal/text"
	"kg/lexicon"
	"kg/schema"
)

// newFinder returns a finder and an annotator with the embedded tables and
// models.
func newFinder(t testing.TB) (*mention.Finder, *annotate.Annotator) {
	t.Helper()
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	an, err := annotate.New()
	if err != nil {
		t.Fatal(err)
	}
	return mention.New(lex, sch), an
}

// find reads a text as one document.
func find(t testing.TB, f *mention.Finder, an *annotate.Annotator, src, date string) *mention.Set {
	t.Helper()
	doc, err := source.Parse("test.txt", []byte(src), date)
	if err != nil {
		t.Fatal(err)
	}
	return f.Find(doc, an.Sentences(doc))
}

// TestGAP measures which of two names a pronoun means on the validation part
// of the GAP corpus. The floor is what the package reached when it was last
// changed; it only rises.
func TestGAP(t *testing.T) {
	const floor = 0.66
	file, err := os.Open("../../../shared/data/gap/gap-validation.tsv")
	if err != nil {
		t.Skip("no GAP corpus beside the repository")
	}
	defer file.Close()
	r := csv.NewReader(file)
	r.Comma, r.LazyQuotes = '\t', true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	f, an := newFinder(t)
	var tp, fp, fn int
	for _, row := range rows[1:] {
		set := find(t, f, an, row[1], "")
		pronoun := entitiesAt(set, byteSpan(row[1], row[3], row[2]))
		for _, c := range []struct{ name, at, same string }{{row[4], row[5], row[6]}, {row[7], row[8], row[9]}} {
			said := meet(pronoun, entitiesAt(set, byteSpan(row[1], c.at, c.name)))
			switch truth := c.same == "TRUE"; {
			case said && truth:
				tp++
			case said:
				fp++
			case truth:
				fn++
			}
		}
	}
	f1 := 2 * float64(tp) / float64(2*tp+fp+fn)
	t.Logf("precision %.3f recall %.3f F1 %.3f", float64(tp)/float64(tp+fp), float64(tp)/float64(tp+fn), f1)
	if f1 < floor {
		t.Errorf("F1 %.3f is under the floor of %.3f", f1, floor)
	}
}

// byteSpan returns the bytes of a form at an offset that counts characters.
func byteSpan(src, offset, form string) text.Span {
	n, _ := strconv.Atoi(offset)
	at := len(string([]rune(src)[:n]))
	return text.Span{Start: at, End: at + len(form)}
}

// entitiesAt returns the entities of the mentions that overlap the span.
func entitiesAt(set *mention.Set, span text.Span) map[int]bool {
	out := map[int]bool{}
	for i := range set.Mentions {
		if m := &set.Mentions[i]; m.Entity >= 0 && m.Span.Overlaps(span) && set.Entities[m.Entity].Type == mention.Person {
			out[m.Entity] = true
		}
	}
	return out
}

func meet(a, b map[int]bool) bool {
	for e := range a {
		if b[e] {
			return true
		}
	}
	return false
}
