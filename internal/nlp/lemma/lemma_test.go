package lemma

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"kg/model"
)

func TestLemma(t *testing.T) {
	l, err := New(model.Lemmas())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ upos, xpos, pairs string }{
		{"VERB", "VBD", "announced announce planned plan criticised criticise said say met meet denied deny agreed agree led lead"},
		{"VERB", "VBN", "overthrown overthrow refused refuse hosted host appointed appoint created create outlined outline"},
		{"VERB", "VBG", "negotiating negotiate controlling control travelling travel ceding cede visiting visit lying lie refining refine pledging pledge"},
		{"VERB", "VBZ", "accuses accuse says say denies deny pushes push vetoes veto focuses focus dies die has have"},
		{"AUX", "VBP", "are be have have 're be"},
		{"PART", "RB", "n't not"},
		{"AUX", "MD", "ca can wo will 'd would"},
		{"NOUN", "NNS", "parties party talks talk countries country men man spokeswomen spokeswoman crises crisis houses house buses bus lives life " +
			"headquarters headquarters movies movie campuses campus heroes hero taxis taxi aircraft aircraft ceasefires ceasefire"},
		{"NOUN", "NN", "Minister minister news news PEACE peace"},
		{"PROPN", "NNP", "Kremlin Kremlin NATO NATO Sept. September geneva Geneva GERMANY Germany"},
		{"PROPN", "NNPS", "Americans American Iraqis Iraqi Netherlands Netherlands States State Emirates Emirate"},
		{"ADJ", "JJ", "Ukrainian Ukrainian New new Qatari Qatari big big"},
		{"ADJ", "JJR", "larger large bigger big happier happy better good longer long"},
		{"ADV", "RBS", "best well soonest soon"},
		{"PRON", "PRP", "him he them they I I us we"},
		{"DET", "DT", "An a these this"},
		{"NUM", "CD", "1,200 1200 Two two IV IV"},
		{"PUNCT", ",", "— - , ,"},
		// words nobody knows
		{"VERB", "VBD", "blorted blort frimbled frimble snarced snarce trigged trig"},
		{"NOUN", "NNS", "blorties blorty zanches zanch"},
		{"VERB", "", "frimbling frimble"},
	} {
		f := strings.Fields(c.pairs)
		for i := 0; i < len(f); i += 2 {
			if got := l.Lemma(f[i], c.upos, c.xpos); got != f[i+1] {
				t.Errorf("Lemma(%q, %s, %s) = %q, want %q", f[i], c.upos, c.xpos, got, f[i+1])
			}
		}
	}
}

func TestNewErrors(t *testing.T) {
	_, err := New([]byte("NOUN\tNN\ta\tb\nNOUN NN a b\n"))
	if err == nil || !strings.Contains(err.Error(), "line 2: 1 columns") {
		t.Errorf("error %v", err)
	}
}

// TestLinear gives words as long as a file.
func TestLinear(t *testing.T) {
	l, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, unit := range []string{"y", "a", "ab", "É"} {
		long := strings.Repeat(unit, 1<<17)
		for xpos := range inflectionOf {
			if l.Lemma(long+"ing", "VERB", xpos) == "" {
				t.Error("empty lemma")
			}
		}
	}
}

func FuzzLemma(f *testing.F) {
	f.Add("announced", "VERB", "VBD")
	f.Add("’S", "PART", "POS")
	f.Add("IĞ", "PROPN", "NNPS")
	l, err := New(model.Lemmas())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, form, upos, xpos string) {
		lemma := l.Lemma(form, upos, xpos)
		if form != "" && lemma == "" {
			t.Errorf("no lemma of %q", form)
		}
		if utf8.ValidString(form) && !utf8.ValidString(lemma) {
			t.Errorf("Lemma(%q) = %q cuts a character", form, lemma)
		}
	})
}

func BenchmarkLemma(b *testing.B) {
	l, err := New(model.Lemmas())
	if err != nil {
		b.Fatal(err)
	}
	words := [][3]string{{"The", "DET", "DT"}, {"envoys", "NOUN", "NNS"}, {"announced", "VERB", "VBD"}, {"Geneva", "PROPN", "NNP"}, {"talks", "NOUN", "NNS"}, {"are", "AUX", "VBP"}}
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			l.Lemma(w[0], w[1], w[2])
		}
	}
	b.ReportMetric(float64(len(words)*b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(model.Lemmas()); err != nil {
			b.Fatal(err)
		}
	}
}

func ExampleLemmatizer_Lemma() {
	l, err := New(nil)
	if err != nil {
		panic(err)
	}
	fmt.Println(l.Lemma("negotiating", "VERB", "VBG"), l.Lemma("countries", "NOUN", "NNS"), l.Lemma("Palestinians", "PROPN", "NNPS"))
	// Output: negotiate country Palestinian
}

func TestSlipsOfTheTable(t *testing.T) {
	l, err := New([]byte("VERB\tVBD\tfled\tflead\nVERB\tVBD\tfound\tfound\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got := l.Lemma("fled", "VERB", "VBD"); got != "flee" {
		t.Errorf("fled: %q", got)
	}
	if got := l.Lemma("found", "VERB", "VBD"); got != "found" { // a verb of its own: the table may know better
		t.Errorf("found: %q", got)
	}
}
