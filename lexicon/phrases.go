package lexicon

import (
	"slices"
	"strings"

	"kg/internal/nlp"
)

// phrases maps phrases to values by their first part. The parts of a phrase
// are what stands between spaces, hyphens and the possessive "'s", in folded
// small letters, because tokenizers differ on "son-in-law".
type phrases[T any] map[string][]phrase[T]

type phrase[T any] struct {
	rest  []string // the parts after the first
	value T
}

// parts splits s as phrases are split.
func parts(s string) []string {
	s = strings.ToLower(Fold(s))
	s = strings.ReplaceAll(s, "'s ", " ")
	return strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' })
}

func (p phrases[T]) add(s string, value T) {
	ps := parts(s)
	if len(ps) > 0 {
		p[ps[0]] = append(p[ps[0]], phrase[T]{ps[1:], value})
	}
}

// find returns the value of the phrase s, which may be a plural.
func (p phrases[T]) find(s string) (value T, ok bool) {
	ps := parts(s)
	if len(ps) == 0 {
		return value, false
	}
	return p.match(ps)
}

// match returns the value of the phrase with these parts; the last part may
// be a regular plural.
func (p phrases[T]) match(ps []string) (value T, ok bool) {
	last := ps[len(ps)-1]
	for _, form := range appendSingulars([]string{last}, last) {
		first := ps[0]
		if len(ps) == 1 {
			first = form
		}
	candidates:
		for _, c := range p[first] {
			if len(c.rest) != len(ps)-1 {
				continue
			}
			for i, r := range c.rest {
				if r != ps[i+1] && (i+1 < len(c.rest) || r != form) {
					continue candidates
				}
			}
			return c.value, true
		}
	}
	return value, false
}

// appendSingulars appends what the word s in small letters may be the regular
// plural of.
func appendSingulars(out []string, s string) []string {
	switch {
	case strings.HasSuffix(s, "ies"):
		out = append(out, s[:len(s)-3]+"y", s[:len(s)-1])
	case strings.HasSuffix(s, "men"):
		out = append(out, s[:len(s)-2]+"an")
	case strings.HasSuffix(s, "ches"), strings.HasSuffix(s, "shes"), strings.HasSuffix(s, "sses"), strings.HasSuffix(s, "xes"):
		out = append(out, s[:len(s)-2])
	case strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss"):
		out = append(out, s[:len(s)-1])
	}
	return out
}

// at returns the value of the longest phrase that starts at the first of
// words and its length in words; n is 0 when there is none.
func (p phrases[T]) at(words []nlp.Word) (value T, n int) {
	p.each(words, func(v T, m int) {
		if m > n {
			value, n = v, m
		}
	})
	return value, n
}

// each calls do with the value and the length in words of every phrase that
// starts at the first of words.
func (p phrases[T]) each(words []nlp.Word, do func(value T, n int)) {
	if len(words) == 0 {
		return
	}
	var buf [4]string
	for _, first := range wordKeys(words[0], buf[:0]) {
		head := first
		if i := strings.IndexByte(first, '-'); i > 0 && i < len(first)-1 {
			head = first[:i]
		}
		for _, c := range p[head] {
			if m := matchRest(c.rest, first[len(head):], words[1:]); m >= 0 {
				do(c.value, m+1)
			}
		}
	}
}

// matchRest reports how many words after the first the parts in rest cover,
// -1 if they do not match. Tail is what of the first word is left over.
func matchRest(rest []string, tail string, words []nlp.Word) int {
	n := 0
	for _, part := range rest {
		for tail == "" {
			if n == len(words) {
				return -1
			}
			form := words[n].Form
			n++
			if form == "-" || form == "'s" {
				continue
			}
			tail = "-" + matchable(words[n-1], part)
		}
		after, ok := strings.CutPrefix(tail[1:], part)
		if !ok || after != "" && after[0] != '-' {
			return -1
		}
		tail = after
	}
	if tail != "" {
		return -1
	}
	return n
}

// matchable returns the form of w that part should be compared with: the
// lemma in small letters where that is it, the form otherwise.
func matchable(w nlp.Word, part string) string {
	if strings.EqualFold(w.Lemma, part) {
		return part
	}
	form := key(w.Form)
	var buf [2]string
	if slices.Contains(appendSingulars(buf[:0], form), part) {
		return part
	}
	return form
}

// wordKeys appends the keys under which phrases that begin with w may stand.
func wordKeys(w nlp.Word, keys []string) []string {
	form := key(w.Form)
	keys = append(keys, form)
	if w.Lemma != "" && w.Lemma != "_" {
		if k := key(w.Lemma); k != form {
			return append(keys, k)
		}
	}
	return appendSingulars(keys, form)
}

func key(s string) string { return strings.ToLower(Fold(s)) }
