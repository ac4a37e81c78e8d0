package lemma

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"kg/internal/nlp"
	"kg/internal/nlp/conllu"
)

// Train returns the table for [New]: of the words of the treebanks those whose
// commonest lemma under their tags is another than the one that the lists and
// rules give. It is deterministic and takes a second.
func Train(treebanks [][]conllu.Sentence) []byte {
	counts := map[[3]string]map[string]int{} // by upos, xpos and form
	for _, bank := range treebanks {
		for i := range bank {
			for k := range bank[i].Words {
				count(counts, &bank[i].Words[k])
			}
		}
	}
	plain, err := New(nil)
	if err != nil { // the embedded lists have no checked columns
		panic(err)
	}
	var b strings.Builder
	for _, k := range slices.SortedFunc(maps.Keys(counts), compareKeys) {
		lemma := commonest(counts[k])
		if lemma != plain.regular(k[2], k[0], k[1]) {
			b.WriteString(k[0] + "\t" + k[1] + "\t" + k[2] + "\t" + lemma + "\n")
		}
	}
	return []byte(b.String())
}

// count adds a word of a treebank. Parts of misspelt words, which have no
// lemma, are left out.
func count(counts map[[3]string]map[string]int, w *nlp.Word) {
	if w.Lemma == "" || w.UPOS == "X" {
		return
	}
	form := w.Form
	if !isName(w.XPOS) {
		form = strings.ToLower(form)
	}
	k := [3]string{w.UPOS, w.XPOS, form}
	if counts[k] == nil {
		counts[k] = map[string]int{}
	}
	counts[k][w.Lemma]++
}

// commonest returns the lemma counted most often, the first in the order of
// bytes among equals.
func commonest(lemmas map[string]int) string {
	best := ""
	for _, l := range slices.Sorted(maps.Keys(lemmas)) {
		if best == "" || lemmas[l] > lemmas[best] {
			best = l
		}
	}
	return best
}

func compareKeys(a, b [3]string) int {
	return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]), cmp.Compare(a[2], b[2]))
}
