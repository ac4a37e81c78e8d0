package lemma

import "strings"

// undo returns the lemma of a word in small letters by the rules of spelling.
func undo(word, inflection string) string {
	switch inflection {
	case verbS:
		return undoS(word)
	case plural:
		return undoPlural(word)
	case verbEd:
		return undoEd(word)
	case verbIng:
		return undoIng(word)
	}
	return undoComparison(word)
}

// undoPlural returns the singular of a noun: "parties", "talks", "gunmen",
// "Iraqis".
func undoPlural(word string) string {
	n := len(word)
	switch {
	case strings.HasSuffix(word, "men") && n > 4:
		return word[:n-2] + "an"
	case strings.HasSuffix(word, "'s"):
		return word[:n-2]
	case strings.HasSuffix(word, "uses") && syllables(word) > 2 && !isVowel(word, n-5): // "campuses"
		return word[:n-2]
	case strings.HasSuffix(word, "itises"):
		return word[:n-2]
	case n > 3 && endsIn(word, "is", "us"):
		return word[:n-1]
	}
	return undoS(word)
}

// undoS takes the ending -s or -es away.
func undoS(word string) string {
	n := len(word)
	switch {
	case n < 3 || word[n-1] != 's' || endsIn(word, "ss", "us", "is"):
		return word
	case strings.HasSuffix(word, "ies"):
		if n == 4 { // "dies"
			return word[:n-1]
		}
		return word[:n-3] + "y"
	case endsIn(word, "sses", "shes", "ches", "xes", "zzes"):
		return word[:n-2]
	case strings.HasSuffix(word, "oes") && n > 4:
		return word[:n-2]
	}
	return word[:n-1]
}

// undoEd takes the ending of the past tense away: "announced", "planned".
func undoEd(word string) string {
	n := len(word)
	switch {
	case n < 4 || !strings.HasSuffix(word, "ed"):
		return word
	case strings.HasSuffix(word, "ied"):
		if n == 4 { // "died"
			return word[:n-1]
		}
		return word[:n-3] + "y"
	case strings.HasSuffix(word, "eed"):
		return word[:n-1]
	}
	return stem(word[:n-2], word)
}

// undoIng takes the ending of the participle away: "negotiating", "planning".
func undoIng(word string) string {
	n := len(word)
	if n < 5 || !strings.HasSuffix(word, "ing") {
		return word
	}
	return stem(word[:n-3], word)
}

// undoComparison takes -er and -est away: "larger", "biggest", "easier".
func undoComparison(word string) string {
	base, ok := strings.CutSuffix(word, "est")
	if !ok {
		base, ok = strings.CutSuffix(word, "er")
	}
	switch {
	case !ok || len(base) < 2:
		return word
	case base[len(base)-1] == 'i':
		return base[:len(base)-1] + "y"
	}
	return stem(base, word)
}

// stem repairs the end of what is left of a word when a vowel's ending is cut
// off: it takes a doubled consonant back or restores a silent e. Without a
// vowel nothing was cut off rightly, and the whole word is returned.
func stem(base, whole string) string {
	n := len(base)
	if !strings.ContainsAny(base, "aeiouy") {
		return whole
	}
	if n > 2 && base[n-1] == base[n-2] && !isVowel(base, n-1) {
		if strings.IndexByte("sfz", base[n-1]) >= 0 || base[n-1] == 'l' && syllables(base) < 2 {
			return base
		}
		return base[:n-1]
	}
	if silent(base) {
		return base + "e"
	}
	return base
}

// silent reports whether a silent e belongs after the base.
func silent(base string) bool {
	n := len(base)
	if n < 2 {
		return false
	}
	last := base[n-1]
	switch last {
	case 'v', 'u', 'c':
		return true
	case 'w', 'x', 'y', 'h', 'a', 'e', 'i', 'o', 'k', 'd':
		if last != 'k' && last != 'd' || !isVowel(base, n-2) {
			return false
		}
	}
	if !isVowel(base, n-2) {
		return endsIn(base, "bl", "cl", "dl", "fl", "gl", "kl", "pl", "tl", "zl", "tr", "br", "cr", // -le and -re
			"dg", "rg", "lg", "eng", "chang", "rrang", "lung", "ns", "rs", "ps", "ls", "arc", "iec")
	}
	if n > 2 && isVowel(base, n-3) && !endsIn(base[:n-2], "gu", "qu") { // two vowels: "need", but "raise", "create"
		return last == 's' || last == 'z' || last == 'g' || endsIn(base, "iat", "uat", "creat")
	}
	if syllables(base) < 2 { // one consonant after one vowel would have been doubled
		return true
	}
	return silentAfter[base[n-2:]]
}

// silentAfter tells, for words of two syllables and more, which ends of vowel
// and consonant take a silent e most often.
var silentAfter = map[string]bool{
	"ab": true, "ib": true, "ob": true, "ub": true,
	"ad": true, "ed": true, "id": true, "od": true, "ud": true,
	"af": true, "if": true, "ag": true, "eg": true, "ig": true, "og": true, "ug": true,
	"ak": true, "ek": true, "ik": true, "ok": true, "uk": true,
	"il": true, "ol": true, "ul": true, "am": true, "im": true, "um": true,
	"an": false, "in": true, "un": true, "ap": true, "ip": true, "yp": true,
	"ar": true, "ir": true, "or": true, "ur": true, "yr": true,
	"as": true, "es": true, "is": true, "os": true, "us": true, "ys": true,
	"at": true, "ot": true, "ut": true, "yt": true,
	"az": true, "ez": true, "iz": true, "oz": true, "yz": true,
}

// syllables counts the groups of vowels.
func syllables(s string) int {
	n := 0
	for i := range len(s) {
		if isVowel(s, i) && (i == 0 || !isVowel(s, i-1)) {
			n++
		}
	}
	return n
}

// isVowel reports whether s[i] is a vowel; y is one after a consonant, u none
// after q.
func isVowel(s string, i int) bool {
	switch s[i] {
	case 'a', 'e', 'i', 'o':
		return true
	case 'u':
		return i == 0 || s[i-1] != 'q'
	case 'y':
		return i > 0 && strings.IndexByte("aeiou", s[i-1]) < 0
	}
	return false
}

func endsIn(s string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}
