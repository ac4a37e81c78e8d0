package tag

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"kg/internal/nlp"
)

// lines is a tiny tagged text: form/UPOS/XPOS.
const lines = `
The/DET/DT minister/NOUN/NN met/VERB/VBD the/DET/DT envoy/NOUN/NN in/ADP/IN Vienna/PROPN/NNP ./PUNCT/.
Mia/PROPN/NNP Trentino/PROPN/NNP visited/VERB/VBD Freedonia/PROPN/NNP ./PUNCT/.
A/DET/DT visit/NOUN/NN was/AUX/VBD planned/VERB/VBN in/ADP/IN June/PROPN/NNP ./PUNCT/.
They/PRON/PRP visit/VERB/VBP the/DET/DT minister/NOUN/NN in/ADP/IN Freedonia/PROPN/NNP ./PUNCT/.
The/DET/DT visit/NOUN/NN of/ADP/IN the/DET/DT envoy/NOUN/NN failed/VERB/VBD ./PUNCT/.
They/PRON/PRP met/VERB/VBD in/ADP/IN Vienna/PROPN/NNP ./PUNCT/.
They/PRON/PRP visit/VERB/VBP Mia/PROPN/NNP in/ADP/IN Vienna/PROPN/NNP ./PUNCT/.
A/DET/DT minister/NOUN/NN was/AUX/VBD planned/VERB/VBN of/ADP/IN Vienna/PROPN/NNP ./PUNCT/.
`

// tagged returns the sentences of lines, a few times over.
func tagged() []nlp.Sentence {
	var out []nlp.Sentence
	for range 3 {
		for line := range strings.Lines(strings.TrimSpace(lines)) {
			var s nlp.Sentence
			for _, f := range strings.Fields(line) {
				c := strings.Split(f, "/")
				s.Words = append(s.Words, nlp.Word{Form: c[0], UPOS: c[1], XPOS: c[2]})
			}
			out = append(out, s)
		}
	}
	return out
}

// plain returns the same text without tags.
func plain() Plain {
	p := Plain{Groups: map[string]int{"minister": 1, "envoy": 1}}
	for _, s := range tagged() {
		var forms []string
		for _, w := range s.Words {
			forms = append(forms, w.Form)
		}
		p.Sentences = append(p.Sentences, forms)
	}
	return p
}

// trained returns a tagger that knows the tiny text, and its file.
func trained(t testing.TB) (*Tagger, []byte) {
	t.Helper()
	data, err := Train(tagged(), plain(), TrainOptions{Seed: 1, MinUpdates: 1})
	if err != nil {
		t.Fatal(err)
	}
	tg, err := Open(string(data))
	if err != nil {
		t.Fatal(err)
	}
	return tg, data
}

// words returns a sentence of the given forms.
func words(text string) []nlp.Word {
	var out []nlp.Word
	for _, f := range strings.Fields(text) {
		out = append(out, nlp.Word{Form: f})
	}
	return out
}

func TestTag(t *testing.T) {
	tg, data := trained(t)
	for _, c := range []struct{ text, want string }{
		{"The minister met Mia .", "DET NOUN VERB PROPN PUNCT"},
		{"They visit the envoy .", "PRON VERB DET NOUN PUNCT"},
		{"The visit failed .", "DET NOUN VERB PUNCT"},
	} {
		w := words(c.text)
		tg.Tag(w, nil)
		var got []string
		for _, x := range w {
			got = append(got, x.UPOS)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %s", c.text, got, c.want)
		}
	}
	if _, again := trained(t); !bytes.Equal(data, again) {
		t.Error("two trainings give two models")
	}
}

func TestTagByOtherForms(t *testing.T) {
	tg, _ := trained(t)
	w := words("MINISTER MET MIA")
	tg.Tag(w, []string{"minister", "met", "Mia"})
	if w[0].Form != "MINISTER" || w[0].UPOS != "NOUN" || w[1].XPOS != "VBD" || w[2].XPOS != "NNP" {
		t.Errorf("%+v", w)
	}
}

func TestCasing(t *testing.T) {
	tg, _ := trained(t)
	for form, want := range map[string]Casing{"VISIT": Lower, "Ministers": Lower, "vienna": Title, "nowhere": Unknown} {
		if got := tg.Casing(form); got != want {
			t.Errorf("%s: %v, want %v", form, got, want)
		}
	}
	for form, want := range map[string]Casing{"talks": Lower, "Geneva": Title, "NATO": Upper, "McCoy": Unknown, "1990": Unknown, "U.S.": Upper, "A": Title} {
		if got := CasingOf(form); got != want {
			t.Errorf("%s is written %v, want %v", form, got, want)
		}
	}
	if got := Title.Write("éCLAIR"); got != "Éclair" {
		t.Errorf("title case of éCLAIR is %q", got)
	}
}

func TestRefuses(t *testing.T) {
	if _, err := Train(nil, Plain{}, TrainOptions{}); err == nil {
		t.Error("a tagger without text")
	}
	if _, err := Open("not a model"); err == nil {
		t.Error("a tagger without a model")
	}
}

// FuzzTag tags anything: every word gets tags, and nothing else changes.
func FuzzTag(f *testing.F) {
	tg, _ := trained(f)
	f.Add("The minister")
	f.Add("\xff\xfe é 中文 ‘’ 123,45")
	f.Fuzz(func(t *testing.T, text string) {
		w, want := words(text), words(text)
		tg.Tag(w, nil)
		for i := range w {
			if w[i].UPOS == "" || w[i].XPOS == "" || w[i].Form != want[i].Form {
				t.Errorf("word %d: %+v", i, w[i])
			}
		}
	})
}

func ExampleTagger_Tag() {
	data, err := Train(tagged(), Plain{}, TrainOptions{Seed: 1, MinUpdates: 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	t, err := Open(string(data))
	if err != nil {
		fmt.Println(err)
		return
	}
	w := words("The envoy met Mia")
	t.Tag(w, nil)
	for _, x := range w {
		fmt.Println(x.Form, x.UPOS, x.XPOS)
	}
	// Output:
	// The DET DT
	// envoy NOUN NN
	// met VERB VBD
	// Mia PROPN NNP
}
