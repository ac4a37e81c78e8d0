package when_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"kg/internal/nlp/annotate"
	"kg/internal/source"
	"kg/internal/when"
)

const shared = "../../../shared"

// A goldDoc is the part of a gold file that has to do with dates.
type goldDoc struct {
	Doc, Dateline, Text string
	Entities            []struct {
		Names []string
		Date  string
	}
	Facts []struct{ S, R, O, Date, Evidence string }
}

func goldDocs(t *testing.T) []goldDoc {
	t.Helper()
	suite, _ := filepath.Glob(shared + "/gold/suite/*.jsonl")
	if suite == nil {
		t.Skip("no gold beside the repository")
	}
	var docs []goldDoc
	for _, name := range suite {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		sc := bufio.NewScanner(f)
		sc.Buffer(nil, 1<<20)
		for sc.Scan() {
			var d goldDoc
			if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
				t.Fatal(err)
			}
			docs = append(docs, d)
		}
		f.Close()
	}
	for _, set := range [][2]string{{"/gold/articles/", "/articles/"}, {"/dev/gold/", "/dev/text/"}} {
		names, _ := filepath.Glob(shared + set[0] + "*.json")
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var d goldDoc
			if err := json.Unmarshal(data, &d); err != nil {
				t.Fatal(err)
			}
			text, err := os.ReadFile(shared + set[1] + d.Doc)
			if err != nil {
				t.Fatal(err)
			}
			d.Text = string(text)
			docs = append(docs, d)
		}
	}
	return docs
}

// TestGoldDates counts the dates of gold facts that are among the expressions
// of their sentence or of the sentences before it.
func TestGoldDates(t *testing.T) {
	docs := goldDocs(t)
	a, err := annotate.New()
	if err != nil {
		t.Fatal(err)
	}
	var all, found, inDoc int
	for _, d := range docs {
		doc, err := source.Parse(d.Doc, []byte(d.Text), d.Dateline)
		if err != nil {
			t.Fatal(err)
		}
		sentences := a.Sentences(doc)
		anchor, err := when.Parse(doc.Date)
		if err != nil {
			t.Fatal(err)
		}
		expressions := when.All(sentences, anchor)
		want := map[string]string{} // date → evidence
		for _, f := range d.Facts {
			if f.Date != "" {
				want[f.Date[:min(10, len(f.Date))]] = f.Evidence
			}
		}
		have, listed := map[string]bool{}, []string{}
		for i, es := range expressions {
			for _, e := range es {
				have[e.Date.String()[:min(10, len(e.Date.String()))]] = true
				listed = append(listed, fmt.Sprintf("%s=%s[%s]", e.Span.Of(doc.Text), e.Date, e.Rule))
			}
			_ = i
		}
		if testing.Verbose() && os.Getenv("KG_ALL") != "" {
			t.Logf("%s %s %q\n\t%s", d.Doc, doc.Date, d.Text[:min(300, len(d.Text))], strings.Join(listed, " | "))
		}
		var keys []string
		for k := range want {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		for _, k := range keys {
			all++
			switch {
			case have[k]:
				found++
			case k == doc.Date:
				inDoc++
			default:
				t.Logf("%s %s: want %s have %s %q\n\t%q", d.Doc, doc.Date, k, strings.Join(listed, " | "), want[k], d.Text[:min(260, len(d.Text))])
			}
		}
	}
	t.Logf("%d of %d dates of gold facts found in the text, %d more are the document's own", found, all, inDoc)
	if float64(found+inDoc) < 0.9*float64(all) {
		t.Errorf("fewer than 0.9 of the dates found")
	}
}
