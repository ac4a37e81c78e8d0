package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"kg/lexicon"
)

// minCount is how often a word must occur in small letters to be common, and
// minShare how large a part of all its occurrences that must be, in percent.
const (
	minCount = 3
	minShare = 75
)

var token = regexp.MustCompile(`[A-Za-zÀ-ÿ]+`)

// readWords returns the words that running text writes in small letters: the
// class is 2 for those that occur 50 times or more and 1 for the others.
func readWords(raw string) (map[string]string, error) {
	small, all := map[string]int{}, map[string]int{}
	for _, pattern := range []string{"raw/*.txt", "masc/written/*.txt", "masc/spoken/*.txt"} {
		paths, err := filepath.Glob(filepath.Join(raw, pattern))
		if err != nil {
			return nil, err
		}
		for _, p := range paths {
			data, err := os.ReadFile(p)
			if err != nil {
				return nil, err
			}
			for _, w := range token.FindAllString(untagged(p, string(data)), -1) {
				low := strings.ToLower(w)
				all[low]++
				if w == low {
					small[low]++
				}
			}
		}
	}
	out := map[string]string{}
	for w, n := range small {
		if n < minCount || n*100 < all[w]*minShare || len(w) < 2 || lexicon.Fold(w) != w {
			continue
		}
		out[w] = "1"
		if n >= 50 {
			out[w] = "2"
		}
	}
	return out, nil
}

var tagAfter = regexp.MustCompile(`_\S+`)

// untagged takes the tags off the tagged text "word_TAG".
func untagged(path, text string) string {
	if strings.Contains(path, "masc") {
		return tagAfter.ReplaceAllString(text, "")
	}
	return text
}
