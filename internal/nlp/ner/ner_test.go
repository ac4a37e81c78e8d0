package ner_test

import (
	"fmt"
	"strings"
	"testing"

	"kg/internal/nlp"
	"kg/internal/nlp/annotate"
	"kg/internal/nlp/ner"
	"kg/internal/source"
	"kg/lexicon"
	"kg/model"
)

// sample is text of our own in the manner of news.
const sample = `Mediators Welcome Orlova's Offer on Grain

GENEVA — Foreign Minister Katya Orlova met Sir Tom Adeyemi-Shaw of the International Grain Board (IGB) in Lake Como on Tuesday.
The IGB's chief executive, Lucia van der Meer, said Tunisia and the Zarqa-based carrier Air Levanta had agreed to wait.
Orlova flew to Port Said afterwards. "Nothing is signed," van der Meer told the Baltic Courier.
Kenyan officials and the Ministry of Trade and Industry of Ghana were not invited, according to General Paul Okwara.
`

func TestNames(t *testing.T) {
	l := newLine(t)
	got := map[string]string{}
	for _, s := range l.read(sample) {
		for _, n := range s.Names {
			got[lexicon.Surface(s.Words[n.First:n.End])] = n.Type
		}
	}
	for name, typ := range map[string]string{
		"GENEVA": "Place", "Katya Orlova": "Person", "Tom Adeyemi-Shaw": "Person", "International Grain Board": "Organization", "IGB": "Organization",
		"Lake Como": "Place", "Lucia van der Meer": "Person", "Tunisia": "Country", "Air Levanta": "Organization", "Orlova": "Person", "Port Said": "Place",
		"Paul Okwara": "Person",
	} {
		if got[name] != typ {
			t.Errorf("%s is %q, want %s", name, got[name], typ)
		}
	}
	for _, name := range []string{"Kenyan", "Tuesday", "Foreign Minister", "Sir Tom Adeyemi-Shaw"} {
		if typ, ok := got[name]; ok {
			t.Errorf("%s is a name: %s", name, typ)
		}
	}
}

func ExampleRecogniser_Names() {
	a, err := annotate.New() // calls Names after tagging and parsing
	if err != nil {
		fmt.Println(err)
		return
	}
	doc, err := source.Parse("a.txt", []byte("NATO chief Ada Moreno flew to Ghana.\n"), "2024-05-01")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range a.Sentences(doc) {
		for _, n := range s.Names {
			fmt.Println(n.Type, lexicon.Surface(s.Words[n.First:n.End]))
		}
	}
	// Output:
	// Organization NATO
	// Person Ada Moreno
	// Country Ghana
}

// checkNames reports names that are empty, overlap or lie outside of a
// sentence.
func checkNames(t *testing.T, ss []nlp.Sentence) {
	t.Helper()
	for _, s := range ss {
		at := 0
		for _, n := range s.Names {
			if n.First < at || n.End <= n.First || n.End > len(s.Words) {
				t.Fatalf("name %+v after %d in a sentence of %d words", n, at, len(s.Words))
			}
			at = n.End
			switch n.Type {
			case "Person", "Organization", "Country", "Place", "Misc":
			default:
				t.Fatalf("name of type %q", n.Type)
			}
		}
	}
}

func FuzzNames(f *testing.F) {
	l := newLine(f)
	f.Add(sample)
	f.Add("A-B-C 's 's The-the of of of (UN) al-")
	f.Add("PRESIDENT X. OF THE U.S.-EU and and Ada-, de la von 5-")
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := source.Parse("a.txt", []byte(text), "2020-01-01")
		if err != nil {
			t.Skip()
		}
		checkNames(t, l.Sentences(doc))
	})
}

// TestLinear reads a long run of capitals in one sentence.
func TestLinear(t *testing.T) {
	l := newLine(t)
	checkNames(t, l.read(strings.Repeat("President Ada of the Moreno-Bank and ", 2000)))
}

func TestConcurrent(t *testing.T) {
	l := newLine(t)
	want := fmt.Sprint(names(l.read(sample)))
	for range 8 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			if got := fmt.Sprint(names(l.read(sample))); got != want {
				t.Errorf("%s, then %s", want, got)
			}
		})
	}
}

func names(ss []nlp.Sentence) (out [][]nlp.Name) {
	for _, s := range ss {
		out = append(out, s.Names)
	}
	return out
}

func TestOpenErrors(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, data := range []string{"", "no model", model.Names[:100]} {
		if _, err := ner.New(data, lex); err == nil {
			t.Errorf("New accepts %d bytes", len(data))
		}
	}
}

func TestTrain(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	words := func(s string) (out []nlp.Word) {
		for w := range strings.FieldsSeq(s) {
			tag := "NN"
			if strings.ToLower(w) != w {
				tag = "NNP"
			}
			out = append(out, nlp.Word{Form: w, XPOS: tag, Head: -1})
		}
		return out
	}
	var e ner.Example
	for _, n := range []string{"Ada", "Tom", "Uma", "Eve", "Kofi"} {
		e.Sentences = append(e.Sentences, nlp.Sentence{Words: words("yesterday " + n + " slept in Lund again"), Names: []nlp.Name{{First: 1, End: 2, Type: "Person"}, {First: 4, End: 5, Type: "Place"}}})
	}
	one, err := ner.Train([]ner.Example{e}, lex, ner.TrainOptions{Seed: 1, MinUpdates: 1})
	if err != nil {
		t.Fatal(err)
	}
	two, err := ner.Train([]ner.Example{e}, lex, ner.TrainOptions{Seed: 1, MinUpdates: 1})
	if err != nil || string(one) != string(two) {
		t.Fatalf("training twice gives different models (%v)", err)
	}
	tagger, err := ner.Open(string(one), lex)
	if err != nil {
		t.Fatal(err)
	}
	got := tagger.Names([]nlp.Sentence{{Words: words("yesterday Priya slept in Kyoto again")}})
	if len(got[0]) != 2 || got[0][0].Type != "Person" || got[0][1].Type != "Place" {
		t.Errorf("the model sees %v", got[0])
	}
	if _, err := ner.Train(nil, lex, ner.TrainOptions{}); err == nil {
		t.Error("training on nothing gives no error")
	}
}

func BenchmarkNames(b *testing.B) {
	lex, err := lexicon.Load()
	if err != nil {
		b.Fatal(err)
	}
	r, err := ner.New(model.Names, lex)
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat(sample, 20)
	ss := newLine(b).read(text)
	count := 0
	for _, s := range ss {
		count += len(s.Words)
	}
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		r.Find(ss)
	}
	b.ReportMetric(float64(count)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
