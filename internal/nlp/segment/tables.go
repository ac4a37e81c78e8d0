package segment

import (
	"embed"
	"strings"
	"sync"
)

//go:embed tables
var files embed.FS

// A mark says what the tables know of a word in lower case. Marks are bits,
// for a word may stand in several tables.
type mark uint16

const (
	markTitle   mark = 1 << iota // abbreviations by class, see tables/abbreviations.tsv
	markNumber                   //
	markMonth                    //
	markState                    //
	markPlain                    //
	markPrefix                   // keeps its hyphen and what follows
	markSuffix                   // keeps its hyphen and what precedes
	markNet                      // last part of a net name
	markFile                     // last part of a file name
	markUnit                     // unit of measure
	markOpener                   // function word that begins sentences
	markElision                  // what an apostrophe may begin: 'em, 'til
	markSpeech                   // verb of saying

	markAbbreviation = markTitle | markNumber | markMonth | markState | markPlain
)

// markOf names the marks as the first column of the table files does.
var markOf = map[string]mark{
	"title": markTitle, "number": markNumber, "month": markMonth, "state": markState, "plain": markPlain,
	"prefix": markPrefix, "suffix": markSuffix, "net": markNet, "file": markFile,
	"unit": markUnit, "opener": markOpener, "elision": markElision, "speech": markSpeech,
}

// lexicon holds the tables ready for look-up.
type lexicon struct {
	marks    map[string]mark
	contract map[string]int // length of the first word
	smile    []string       // emoticons, longest first for each beginning
}

// tables reads the embedded files once.
var tables = sync.OnceValue(func() *lexicon {
	lx := &lexicon{marks: map[string]mark{}, contract: map[string]int{}}
	for _, row := range rows("words") {
		for _, w := range row[1:] {
			lx.marks[w] |= markOf[row[0]]
		}
	}
	for _, row := range rows("contractions") {
		for _, w := range row[1:] {
			first, second, _ := strings.Cut(w, "|")
			lx.contract[first+second] = len(first)
		}
	}
	for _, row := range rows("emoticons") {
		lx.smile = append(lx.smile, row...)
	}
	return lx
})

// rows returns the fields of the lines of an embedded table, comments left
// out. The files are part of the program: a missing one is a fault of the
// build, which the tests find.
func rows(name string) [][]string {
	data, err := files.ReadFile("tables/" + name + ".txt")
	if err != nil {
		panic(err)
	}
	var out [][]string
	for line := range strings.Lines(string(data)) {
		if f := strings.Fields(line); len(f) > 0 && f[0] != "#" {
			out = append(out, f)
		}
	}
	return out
}

// longestEntry bounds the words that the tables are asked for, in bytes.
const longestEntry = 24

// fold writes s in lower case, with straight apostrophes, into buf and returns
// what it wrote; nothing if s is longer than buf. Only ASCII is folded, since
// the tables hold nothing else.
func fold(buf *[longestEntry]byte, s string) []byte {
	n := 0
	for i := 0; i < len(s); i++ {
		if n == len(buf) {
			return nil
		}
		c := s[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c == 0xe2 && strings.HasPrefix(s[i:], "’"):
			c = '\''
			i += len("’") - 1
		}
		buf[n] = c
		n++
	}
	return buf[:n]
}

// marksOf returns what the tables know of the word.
func (lx *lexicon) marksOf(word string) mark {
	var buf [longestEntry]byte
	return lx.marks[string(fold(&buf, word))]
}
