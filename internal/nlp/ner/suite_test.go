package ner_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kg/internal/nlp"
	"kg/internal/nlp/annotate"
	"kg/internal/source"
	"kg/lexicon"
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
	*annotate.Annotator
	lex *lexicon.Lexicon
}

func newLine(t testing.TB) line {
	t.Helper()
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	a, err := annotate.New()
	if err != nil {
		t.Fatal(err)
	}
	return line{a, lex}
}

func (l line) read(text string) []nlp.Sentence {
	doc, err := source.Parse("a.txt", []byte(text), "2020-01-01")
	if err != nil {
		panic(err)
	}
	return l.Sentences(doc)
}

func trimmed(s string) string {
	s = strings.ReplaceAll(s, "’", "'")
	for _, p := range []string{"the ", "The "} {
		s = strings.TrimPrefix(s, p)
	}
	return s
}

func hasUpper(s string) bool { return strings.ToLower(s) != s }

// readArticles returns the gold articles with their texts.
func readArticles(t *testing.T) []goldCase {
	var out []goldCase
	for _, dirs := range [][2]string{{"gold/articles", "articles/"}, {"dev/gold", "dev/text/"}} {
		files, _ := filepath.Glob(filepath.Join(shared, dirs[0], "*.json"))
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			var c goldCase
			if err := json.Unmarshal(data, &c); err != nil {
				t.Fatal(err)
			}
			text, _ := filepath.Glob(filepath.Join(shared, dirs[1]+strings.TrimSuffix(c.Doc, ".txt")+"*"))
			if len(text) != 1 {
				t.Fatalf("%s: %d texts", c.Doc, len(text))
			}
			if data, err = os.ReadFile(text[0]); err != nil {
				t.Fatal(err)
			}
			c.Text = string(data)
			out = append(out, c)
		}
	}
	if len(out) == 0 {
		t.Skip("no ../shared with gold articles")
	}
	return out
}

// A tally counts gold names found, and names that no gold entity has.
type tally struct{ want, found, typed, names, spurious int }

func share(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }

// tallyCases compares the names of the cases with their gold entities, by type.
func tallyCases(t *testing.T, cases []goldCase) map[string]*tally {
	l := newLine(t)
	out := map[string]*tally{"Person": {}, "Organization": {}, "Country": {}, "Place": {}}
	verbose := os.Getenv("NER_ERRORS") != ""
	for _, c := range cases {
		got := l.surfaces(c.Text)
		all := map[string]bool{}
		for _, e := range c.Entities {
			for _, n := range e.Names {
				all[trimmed(n)] = true
			}
			k := out[e.Type]
			if k == nil || !e.Required {
				continue
			}
			proper, found, typed := match(l.lex, e.Type, e.Names, c.Text, got)
			if !proper {
				continue
			}
			k.want++
			if found {
				k.found++
			}
			if typed {
				k.typed++
			} else if verbose {
				t.Logf("MISS %s %q %v | %s | %v", e.Type, e.Names, found, short(c), got)
			}
		}
		for n, typ := range got {
			k := out[typ]
			if k == nil {
				continue
			}
			k.names++
			if !all[n] {
				k.spurious++
				if verbose {
					t.Logf("SPUR %s %q | %s", typ, n, short(c))
				}
			}
		}
	}
	for typ, k := range out {
		t.Logf("%-12s %4d wanted, found %.1f, right type %.1f; %d names, not in gold %.1f", typ, k.want, share(k.found, k.want), share(k.typed, k.want), k.names, share(k.spurious, k.names))
	}
	return out
}

func short(c goldCase) string {
	if len(c.Text) > 400 {
		return c.Doc
	}
	return c.Text
}

// surfaces returns the names of a text with their types.
func (l line) surfaces(text string) map[string]string {
	got := map[string]string{}
	for _, s := range l.read(text) {
		for _, n := range s.Names {
			got[trimmed(text[s.Words[n.First].Span.Start:s.Words[n.End-1].Span.End])] = n.Type
		}
	}
	return got
}

// match looks for the capitalised names of a gold entity among those found. A
// Place and a Country may stand for each other.
func match(lex *lexicon.Lexicon, typ string, names []string, text string, got map[string]string) (proper, found, typed bool) {
	for _, n := range names {
		n = trimmed(n)
		_, use, ok := lex.Country(n)
		if !hasUpper(n) || ok && typ == "Country" && use.Has(lexicon.Adjective|lexicon.Person|lexicon.People) {
			continue
		}
		proper = proper || strings.Contains(text, n)
		if g, ok := got[n]; ok {
			found = true
			typed = typed || g == typ || typ == "Country" && g == "Place" || typ == "Place" && g == "Country"
		}
	}
	return proper, found, typed
}

// checkFloors fails where fewer gold names than the floor, in percent, are
// found with the right type.
func checkFloors(t *testing.T, got map[string]*tally, floors map[string]float64) {
	for typ, floor := range floors {
		if k := got[typ]; share(k.typed, k.want) < floor {
			t.Errorf("%s: %.1f found with the right type, below %.0f", typ, share(k.typed, k.want), floor)
		}
	}
}

func TestSuite(t *testing.T) {
	got := tallyCases(t, readGold(t))
	checkFloors(t, got, map[string]float64{"Person": 97, "Organization": 68, "Country": 97, "Place": 88})
}

func TestArticles(t *testing.T) {
	got := tallyCases(t, readArticles(t))
	checkFloors(t, got, map[string]float64{"Person": 97, "Organization": 82, "Country": 98, "Place": 95})
}
