package main

import (
	"bufio"
	"os"
	"strings"

	"kg/lexicon"
)

// A wordnet holds what the tables take from WordNet: the named instances of
// three kinds of thing, and every common noun in small letters.
type wordnet struct {
	groups, places, objects []string
	common                  map[string]bool
}

// readWordNet reads WordNet's data.noun.
func readWordNet(path string) (*wordnet, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	w := &wordnet{common: map[string]bool{}}
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		w.synset(in.Text())
	}
	return w, in.Err()
}

// synset takes in one line: offset, lexicographer file, type, number of words
// in hexadecimal, words with lexical ids, pointers ("@i" is an instance of).
func (w *wordnet) synset(line string) {
	f := strings.Fields(line)
	if strings.HasPrefix(line, " ") || len(f) < 6 {
		return
	}
	n := 0
	for _, c := range f[3] {
		n = n*16 + strings.IndexRune("0123456789abcdef", c)
	}
	instance := strings.Contains(line, " @i ")
	for i := range n {
		word := lexicon.Fold(strings.ReplaceAll(f[4+2*i], "_", " "))
		if strings.ToLower(word) == word {
			w.common[word] = true
			continue
		}
		if !instance || len(word) < 3 {
			continue
		}
		switch f[1] {
		case "14":
			w.groups = append(w.groups, word)
		case "15":
			w.places = append(w.places, word)
		case "17":
			w.objects = append(w.objects, word)
		}
	}
}
