package frame_test

import (
	"testing"

	"kg/internal/frame"
	"kg/internal/nlp"
)

// FuzzNew: whatever tree goes in, however it is tagged, a tree comes out: every
// word climbs to a root, no look-up fails, and the sentence given is as it was.
func FuzzNew(f *testing.F) {
	f.Add([]byte("Peru and Chile, who met, will sign"))
	f.Add([]byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35})
	f.Add([]byte("\x05\x91\x22\x43\xa4\x15\xe6\x07\x78\x99\x1a\x2b\x3c\x4d\x5e\x6f\x70\x81\x92\xa3\xb4\xc5\xd6\xe7\xf8"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s := sentence(data)
		before := append([]nlp.Word(nil), s.Words...)
		tree := frame.New(s, nil)
		for i := range s.Words {
			if s.Words[i] != before[i] {
				t.Fatalf("word %d of the sentence given is changed", i)
			}
			n := 0
			for w := i; w >= 0; w = tree.Word(w).Head {
				if n++; n > len(s.Words) {
					t.Fatalf("word %d climbs to no root", i)
				}
			}
			tree.Subjects(i)
			tree.Objects(i)
			tree.Recipients(i)
			tree.Conjuncts(i)
			tree.Beside(i)
			tree.Owners(i)
			tree.After(i, []string{"in", "comma"})
			tree.Below(i, []string{"with", "to"})
			for _, x := range tree.Surface(i) {
				tree.Asides(i, x)
			}
		}
	})
}

var (
	fuzzForms = []string{"Peru", ",", "and", "accuses", "which", "of", "the", "Gil", "said", "Friday", "that", "had", "having", "plan", "$", "-", "to", "by", "whose", "last", "week", "Welcoming", "her", "In", "was", "leaked", "with", "as", "did", "not", "today", ";", "."}
	fuzzTags  = []string{"NNP", ",", "CC", "NNS", "WDT", "IN", "DT", "NNP", "VBD", "NNP", "IN", "VBD", "VBG", "NN", "$", "HYPH", "TO", "IN", "WP$", "JJ", "NN", "VBG", "PRP", "IN", "VBD", "JJ", "IN", "IN", "VBD", "RB", "NN", ":", "."}
	fuzzUPOS  = map[string]string{"NNP": "PROPN", ",": "PUNCT", ".": "PUNCT", ":": "PUNCT", "HYPH": "PUNCT", "CC": "CCONJ", "NNS": "NOUN", "NN": "NOUN", "WDT": "PRON", "WP$": "PRON", "PRP": "PRON", "IN": "ADP", "DT": "DET",
		"VBD": "VERB", "VBG": "VERB", "$": "SYM", "TO": "PART", "JJ": "ADJ", "RB": "ADV"}
	fuzzRels = []string{"nsubj", "nsubj:pass", "obj", "obl", "nmod", "conj", "cc", "appos", "acl", "acl:relcl", "advcl", "amod", "case", "mark", "aux", "aux:pass", "cop", "compound", "flat", "punct", "det", "nmod:poss", "vocative", "xcomp",
		"ccomp", "parataxis", "advmod", "iobj", "obl:agent", "nmod:desc", "dep"}
)

// sentence makes a sentence of bytes, three a word: its form, its relation and
// the word it hangs on, which is never one of its own dependents.
func sentence(data []byte) *nlp.Sentence {
	s := &nlp.Sentence{}
	for i := 0; i+2 < len(data) && i < 60; i += 3 {
		k := int(data[i]) % len(fuzzForms)
		tag := fuzzTags[k]
		s.Words = append(s.Words, nlp.Word{Form: fuzzForms[k], Lemma: fuzzForms[k], XPOS: tag, UPOS: fuzzUPOS[tag], Head: int(data[i+2]), Rel: fuzzRels[int(data[i+1])%len(fuzzRels)]})
	}
	n := len(s.Words)
	for i := range s.Words { // the root is the word in the middle; others hang towards it
		root, h := n/2, s.Words[i].Head
		switch {
		case i == root:
			s.Words[i].Head, s.Words[i].Rel = -1, "root"
		case i < root:
			s.Words[i].Head = i + 1 + h%(root-i)
		default:
			s.Words[i].Head = root + h%(i-root)
		}
	}
	return s
}
