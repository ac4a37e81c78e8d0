package ner_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kg/internal/nlp"
	"kg/internal/nlp/ner"
	"kg/internal/nlp/parse"
	"kg/internal/nlp/segment"
	"kg/internal/nlp/tag"
	"kg/internal/source"
	"kg/lexicon"
	"kg/model"
)

// shared is the folder of gold cases, beside the repository.
const shared = "../../../../shared"

type goldCase struct {
	Doc, Text string
	Dateline  string
	Entities  []struct {
		Type     string
		Names    []string
		Required bool
	}
}

func readGold(t *testing.T) []goldCase {
	files, _ := filepath.Glob(filepath.Join(shared, "gold", "suite", "*.jsonl"))
	if len(files) == 0 {
		t.Skip("no ../shared with gold cases")
	}
	var out []goldCase
	for _, f := range files {
		in, err := os.Open(f)
		if err != nil {
			t.Fatal(err)
		}
		s := bufio.NewScanner(in)
		s.Buffer(nil, 1<<20)
		for s.Scan() {
			var c goldCase
			if err := json.Unmarshal(s.Bytes(), &c); err != nil {
				t.Fatal(err)
			}
			out = append(out, c)
		}
		in.Close()
	}
	return out
}

type line struct {
	tagger *tag.Tagger
	parser *parse.Parser
	names  *ner.Recogniser
	lex    *lexicon.Lexicon
}

func newLine(t testing.TB) line {
	t.Helper()
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	tg, err := tag.Open(model.Tagger)
	if err != nil {
		t.Fatal(err)
	}
	p, err := parse.Open(model.Parser)
	if err != nil {
		t.Fatal(err)
	}
	r, err := ner.New(model.Names, lex)
	if err != nil {
		t.Fatal(err)
	}
	return line{tg, p, r, lex}
}

func (l line) read(text string) []nlp.Sentence {
	doc, err := source.Parse("a.txt", []byte(text), "2020-01-01")
	if err != nil {
		panic(err)
	}
	ss := segment.Split(doc.Text, doc.Blocks)
	for i := range ss {
		l.tagger.Tag(ss[i].Words, nil)
		l.parser.Parse(ss[i].Words)
	}
	l.names.Names(ss)
	return ss
}

func trimmed(s string) string {
	s = strings.ReplaceAll(s, "’", "'")
	for _, p := range []string{"the ", "The "} {
		s = strings.TrimPrefix(s, p)
	}
	return s
}

func hasUpper(s string) bool { return strings.ToLower(s) != s }

func TestSuite(t *testing.T) {
	l := newLine(t)
	type count struct{ want, found, typed int }
	counts := map[string]*count{}
	spurious, predicted := 0, 0
	verbose := os.Getenv("NER_ERRORS") != ""
	for _, c := range readGold(t) {
		ss := l.read(c.Text)
		got := map[string]string{}
		for _, s := range ss {
			for _, n := range s.Names {
				surface := c.Text[s.Words[n.First].Span.Start:s.Words[n.End-1].Span.End]
				got[trimmed(surface)] = n.Type
			}
		}
		all := map[string]bool{}
		for _, e := range c.Entities {
			for _, n := range e.Names {
				all[trimmed(n)] = true
			}
			if e.Type != "Person" && e.Type != "Organization" && e.Type != "Country" && e.Type != "Place" || !e.Required {
				continue
			}
			proper, found, typed := false, false, false
			for _, n := range e.Names {
				n = trimmed(n)
				if !hasUpper(n) {
					continue
				}
				if _, u, ok := l.lex.Country(n); ok && e.Type == "Country" && u.Has(lexicon.Adjective|lexicon.Person|lexicon.People) {
					continue
				}
				proper = proper || strings.Contains(c.Text, n)
				if typ, ok := got[n]; ok {
					found = true
					typed = typed || typ == e.Type || e.Type == "Country" && typ == "Place" || e.Type == "Place" && typ == "Country"
				}
			}
			if !proper {
				continue
			}
			k := counts[e.Type]
			if k == nil {
				k = &count{}
				counts[e.Type] = k
			}
			k.want++
			if found {
				k.found++
			}
			if typed {
				k.typed++
			}
			if verbose && !typed {
				t.Logf("MISS %s %q %v | %s | %v", e.Type, e.Names, found, c.Text, got)
			}
		}
		for n, typ := range got {
			if typ == "Misc" {
				continue
			}
			predicted++
			if !all[n] {
				spurious++
				if verbose {
					t.Logf("SPUR %s %q | %s", typ, n, c.Text)
				}
			}
		}
	}
	for k, c := range counts {
		t.Logf("%s: %d wanted, %d found, %d of right type: %.1f %.1f", k, c.want, c.found, c.typed, 100*float64(c.found)/float64(c.want), 100*float64(c.typed)/float64(c.want))
	}
	t.Logf("%d names, %d not in gold (%.1f %%)", predicted, spurious, 100*float64(spurious)/float64(predicted))
}
