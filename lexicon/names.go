package lexicon

import (
	"strings"

	"kg/internal/nlp"
)

// names maps folded names to their readings, the likelier first. A second key
// in small letters serves names written in capitals throughout.
type names[T any] struct {
	exact map[string][]T
	small map[string]string // small letters -> key of exact
}

func newNames[T any]() names[T] {
	return names[T]{exact: map[string][]T{}, small: map[string]string{}}
}

func (n names[T]) add(name string, reading T) {
	key := Fold(name)
	n.exact[key] = append(n.exact[key], reading)
	n.small[strings.ToLower(key)] = key
}

func (n names[T]) find(name string) []T {
	key := Fold(name)
	if r, ok := n.exact[key]; ok {
		return r
	}
	if allCaps(key) {
		return n.exact[n.small[strings.ToLower(key)]]
	}
	return nil
}

// Surface returns words as they are written, with one space wherever the text
// has a gap.
func Surface(words []nlp.Word) string {
	if len(words) == 1 {
		return words[0].Form
	}
	var b strings.Builder
	for i, w := range words {
		if i > 0 && words[i-1].Span.End < w.Span.Start {
			b.WriteByte(' ')
		}
		b.WriteString(w.Form)
	}
	return b.String()
}

// maxNameWords is the longest name that the At methods look for, in words.
const maxNameWords = 7

// longest returns the reading of the longest run of words from the first one
// on that find knows, and its length in words; 0 when there is none.
func longest[T any](words []nlp.Word, find func(string) []T) (readings []T, n int) {
	for n = min(len(words), maxNameWords); n > 0; n-- {
		if r := find(Surface(words[:n])); r != nil {
			return r, n
		}
	}
	return nil, 0
}
