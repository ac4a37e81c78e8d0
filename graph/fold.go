package graph

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letters are those that Unicode does not take apart into a base and a mark.
var letters = strings.NewReplacer("ł", "l", "ø", "o", "đ", "d", "ð", "d", "ı", "i", "ħ", "h", "ß", "ss", "æ", "ae", "œ", "oe", "þ", "th", "ə", "a")

// Fold returns the words of name as people type them: lower case, without
// diacritics and punctuation, one space between two words.
func Fold(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(name) {
		r = unicode.ToLower(r)
		switch {
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r) || strings.ContainsRune(".'’ʼ`´", r): // U.S. is US, O'Neil is ONeil
		default:
			gap = true
		}
	}
	return letters.Replace(b.String())
}
