package quote_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kg/internal/nlp/annotate"
	"kg/internal/quote"
	"kg/internal/source"
)

const shared = "../../../shared"

type goldDoc struct {
	Doc, Dateline, Text string
	Entities            []struct {
		ID    string
		Names []string
	}
	Quotes []struct{ Speaker, Starts string }
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
			var d goldDoc
			data, err := os.ReadFile(name)
			if err == nil {
				err = json.Unmarshal(data, &d)
			}
			if err != nil {
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

var notWord = regexp.MustCompile(`[^\p{L}\p{N}]+`)

func norm(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "’", "'"), "'s", "")
	return strings.TrimSpace(notWord.ReplaceAllString(strings.ToLower(s), " "))
}

// TestGoldQuotes counts the gold quotations that are found, and those whose
// speaker is a word of a name of the gold speaker, or a pronoun.
func TestGoldQuotes(t *testing.T) {
	docs := goldDocs(t)
	a, err := annotate.New()
	if err != nil {
		t.Fatal(err)
	}
	var all, found, named, pronoun int
	for _, d := range docs {
		doc, err := source.Parse(d.Doc, []byte(d.Text), d.Dateline)
		if err != nil {
			t.Fatal(err)
		}
		sentences := a.Sentences(doc)
		qs := quote.Find(doc, sentences)
		names := map[string]string{}
		for _, e := range d.Entities {
			names[e.ID] = " " + norm(strings.Join(e.Names, " ")) + " "
		}
		for _, g := range d.Quotes {
			if g.Speaker == "" {
				continue
			}
			all++
			var hit *quote.Quote
			for i := range qs {
				if qs[i].Statement() && strings.Contains(norm(qs[i].Text), norm(g.Starts)) {
					hit = &qs[i]
				}
			}
			if hit == nil {
				t.Logf("%s: %q not found", d.Doc, g.Starts)
				continue
			}
			found++
			who := ""
			if hit.Speaker != quote.None {
				who = sentences[hit.Speaker.Sentence].Words[hit.Speaker.Index].Form
			}
			switch {
			case hit.Pronoun:
				pronoun++
			case who != "" && strings.Contains(names[g.Speaker], " "+norm(who)+" "):
				named++
			default:
				t.Logf("%s: %q by %s, got %q\n\t%q", d.Doc, g.Starts, g.Speaker, who, d.Text[:min(len(d.Text), 330)])
			}
		}
	}
	t.Logf("%d quotations with a speaker: %d found, speaker right %d, a pronoun %d", all, found, named, pronoun)
	if float64(named+pronoun) < 0.85*float64(all) {
		t.Error("fewer than 0.85 of the speakers")
	}
}
