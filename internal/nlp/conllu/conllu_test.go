package conllu

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"kg/internal/nlp"
	"kg/internal/text"
)

// bare builds a treebank from rows "id form misc"; an empty row ends a
// sentence, a row with # is a comment.
func bare(rows ...string) string {
	var b strings.Builder
	for _, r := range rows {
		f := strings.Fields(r)
		if r == "" || r[0] == '#' {
			b.WriteString(r + "\n")
			continue
		}
		misc := "_"
		if len(f) == 3 {
			misc = f[2]
		}
		b.WriteString(f[0] + "\t" + f[1] + "\t_\t_\t_\t_\t_\t_\t_\t" + misc + "\n")
	}
	return b.String()
}

const twoParagraphs = `# newdoc id = d1
# sent_id = d1-1
# newpar id = p1
# text = She didn’t go.
1	She	she	PRON	PRP	Case=Nom	4	nsubj	_	_
2-3	didn’t	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	_	4	aux	_	_
3	n’t	not	PART	RB	_	4	advmod	_	_
4	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	SpaceAfter=No

# sent_id = d1-2
# text = “Why?”
1	“	"	PUNCT	` + "``" + `	_	2	punct	_	SpaceAfter=No
2	Why	why	ADV	WRB	_	0	root	_	CorrectForm=_|SpaceAfter=No
2.1	did	do	AUX	VBD	_	_	_	_	_
3	?	?	PUNCT	.	_	2	punct	_	SpaceAfter=No
4	”	"	PUNCT	''	_	2	punct	_	_

# newpar
# sent_id = d1-3
# text = Ada Byron left
1	Ada	Ada	PROPN	NNP	_	3	nsubj	_	NER=B-Person
2	Byron	Byron	PROPN	NNP	_	1	flat	_	NER=I-Person
3	left	leave	VERB	VBD	_	0	root	_	_

`

func TestRead(t *testing.T) {
	got, err := Read(strings.NewReader(twoParagraphs))
	if err != nil {
		t.Fatal(err)
	}
	const want = "She didn’t go.“Why?”\n\nAda Byron left"
	doc := Text(got)
	if doc != want {
		t.Fatalf("Text = %q, want %q", doc, want)
	}
	if len(got) != 3 || got[2].Block != 1 || got[1].Block != 0 || got[2].Doc != "d1" || got[1].ID != "d1-2" {
		t.Fatalf("sentences %+v", got)
	}
	not := got[0].Words[2]
	if not.Form != "n't" || not.Span.Of(doc) != "n’t" || !not.Joined || not.Head != 3 || not.Rel != "advmod" {
		t.Errorf("word n’t = %+v over %q", not, not.Span.Of(doc))
	}
	if got[0].Words[1].Joined || got[0].Words[3].Joined {
		t.Error("did or go is said to be joined to the word before it")
	}
	if root := got[0].Words[3]; root.Head != -1 {
		t.Errorf("head of the root = %d, want -1", root.Head)
	}
	if got[0].Feat[0] != "Case=Nom" || got[1].Misc[1] != "CorrectForm=_" || got[1].Misc[0] != "_" {
		t.Errorf("features %q, misc %q", got[0].Feat, got[1].Misc)
	}
	if n := got[2].Names; len(n) != 1 || n[0] != (nlp.Name{First: 0, End: 2, Type: "Person"}) {
		t.Errorf("names = %+v", n)
	}
	if len(got[1].Words) != 4 {
		t.Errorf("%d words with an empty node in the sentence, want 4", len(got[1].Words))
	}
}

func TestReadErrors(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"columns", "1\ta\n", "line 1: 2 columns"},
		{"order", bare("1 a", "3 b"), `line 2: word number "3" after word 1`},
		{"range", bare("1 a", "3-4 bc"), `line 2: bad range "3-4"`},
		{"open range", bare("1-3 abc", "1 a", "2 b", ""), "line 4: multiword token ends at word 3 of 2"},
		{"head", "1\ta\t_\t_\t_\t_\tx\t_\t_\t_\n", `line 1: bad head "x"`},
		{"far head", "1\ta\t_\t_\t_\t_\t9\tobj\t_\t_\n\n", "line 2: word 1 has head 9 of 1"},
		{"text", bare("# text = b", "1 a", ""), `token "a" is not at byte 0`},
		{"short", bare("1-3 ab", "1 a", "2 b", "3 c", ""), `token "ab" is too short`},
	} {
		if _, err := Read(strings.NewReader(c.in)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.want)
		}
	}
}

func TestReadWithoutText(t *testing.T) {
	got, err := Read(strings.NewReader(bare("1 a SpaceAfter=No", "2 b", "3 c", "", "1 d", "")))
	if err != nil {
		t.Fatal(err)
	}
	if doc := Text(got); doc != "ab c d" {
		t.Errorf("Text = %q", doc)
	}
}

func TestWriteReadsBack(t *testing.T) {
	in, err := Read(strings.NewReader(twoParagraphs))
	if err != nil {
		t.Fatal(err)
	}
	plain := make([]nlp.Sentence, len(in))
	for i := range in {
		plain[i] = in[i].Sentence
	}
	var b bytes.Buffer
	if err := Write(&b, plain, Text(in)); err != nil {
		t.Fatal(err)
	}
	out, err := Read(&b)
	if err != nil {
		t.Fatal(err)
	}
	if Text(out) != Text(in) {
		t.Errorf("text %q, want %q", Text(out), Text(in))
	}
	for i := range in {
		for k, w := range in[i].Words {
			if out[i].Words[k] != w {
				t.Errorf("sentence %d word %d = %+v, want %+v", i, k, out[i].Words[k], w)
			}
		}
		if len(out[i].Names) != len(in[i].Names) || out[i].Block != in[i].Block {
			t.Errorf("sentence %d: names %v, block %d", i, out[i].Names, out[i].Block)
		}
	}
}

func TestTreebanksSliceBack(t *testing.T) {
	for _, name := range []string{"ud-ewt", "ud-gum"} {
		path := "../../../../shared/data/" + name + "/dev.conllu"
		f, err := os.Open(path)
		if err != nil {
			t.Skipf("no treebank: %v", err)
		}
		defer f.Close()
		sents, err := Read(f)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		doc, last := Text(sents), 0
		for _, s := range sents {
			for _, w := range s.Words {
				if w.Span.Start < last || w.Span.Len() <= 0 || strings.ContainsAny(w.Span.Of(doc), " \n") {
					t.Fatalf("%s %s: bad span %v of %q", name, s.ID, w.Span, w.Form)
				}
				last = w.Span.End
			}
		}
		t.Logf("%s: %d sentences, %d bytes", name, len(sents), len(doc))
	}
}

func FuzzRead(f *testing.F) {
	f.Add(twoParagraphs)
	f.Add(bare("1-2 ab", "1 a", "2 b", "", "# newpar", "1 c"))
	f.Fuzz(func(t *testing.T, in string) {
		sents, err := Read(strings.NewReader(in))
		if err != nil {
			return
		}
		doc, last := Text(sents), 0
		for _, s := range sents {
			for _, w := range s.Words {
				if w.Span.Start < last || w.Span.Len() <= 0 || w.Span.End > len(doc) {
					t.Fatalf("bad span %v after %d in a text of %d bytes", w.Span, last, len(doc))
				}
				last = w.Span.End
			}
		}
	})
}

func ExampleWrite() {
	const doc = "Ada can't stay."
	words := []nlp.Word{
		{Span: text.Span{Start: 0, End: 3}, Form: "Ada"},
		{Span: text.Span{Start: 4, End: 6}, Form: "ca"},
		{Span: text.Span{Start: 6, End: 9}, Form: "n't", Joined: true},
		{Span: text.Span{Start: 10, End: 14}, Form: "stay"},
		{Span: text.Span{Start: 14, End: 15}, Form: "."},
	}
	s := nlp.Sentence{Span: text.Span{End: len(doc)}, Words: words, Names: []nlp.Name{{First: 0, End: 1, Type: "Person"}}}
	if err := Write(os.Stdout, []nlp.Sentence{s}, doc); err != nil {
		panic(err)
	}
	// Output:
	// # newpar
	// # sent_id = 1
	// # text = Ada can't stay.
	// 1	Ada	_	_	_	_	_	_	_	NER=B-Person
	// 2-3	can't	_	_	_	_	_	_	_	_
	// 2	ca	_	_	_	_	_	_	_	_
	// 3	n't	_	_	_	_	_	_	_	_
	// 4	stay	_	_	_	_	_	_	_	SpaceAfter=No
	// 5	.	_	_	_	_	_	_	_	_
}
