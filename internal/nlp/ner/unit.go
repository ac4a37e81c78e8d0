package ner

import (
	"unicode"
	"unicode/utf8"

	"kg/internal/nlp"
	"kg/internal/text"
	"kg/lexicon"
)

// A line is a sentence as the recogniser reads it: words that a hyphen makes
// one name, "Park-Delaney" or "al-Amin", stand as one.
type line struct {
	words []nlp.Word // Head is an index of words
	at    []int      // where each of them begins in the sentence, and where the last ends
}

// readLine joins the hyphenated names of a sentence's words.
func readLine(lex *lexicon.Lexicon, words []nlp.Word) line {
	l := line{at: make([]int, 0, len(words)+1)}
	joined := false
	for i := 0; i < len(words); {
		n := 1
		for i+n+1 < len(words) && hyphenated(lex, words, i+n) {
			n += 2
		}
		l.at = append(l.at, i)
		joined = joined || n > 1
		i += n
	}
	l.at = append(l.at, len(words))
	if !joined {
		l.words = words
		return l
	}
	l.join(words)
	return l
}

// join makes the words of l.
func (l *line) join(words []nlp.Word) {
	home := make([]int, len(words)) // word of the sentence -> word of the line
	for u := range len(l.at) - 1 {
		for i := l.at[u]; i < l.at[u+1]; i++ {
			home[i] = u
		}
	}
	for u := range len(l.at) - 1 {
		part := words[l.at[u]:l.at[u+1]]
		w := part[len(part)-1]
		for _, p := range part {
			if p.Head < 0 || p.Head >= len(words) || home[p.Head] != u {
				w = p
			}
		}
		w.Form = lexicon.Surface(part)
		w.Span = text.Span{Start: part[0].Span.Start, End: part[len(part)-1].Span.End}
		if len(part) > 1 {
			w.Lemma, w.UPOS, w.XPOS = w.Form, "PROPN", "NNP"
		}
		if w.Head >= 0 && w.Head < len(words) {
			w.Head = home[w.Head]
		}
		l.words = append(l.words, w)
	}
}

// hyphenated reports whether the word i is a hyphen inside a name. Two states,
// cities or bodies, "Ukraine-EU", are two names, and "Zurich-based" is one and
// a participle.
func hyphenated(lex *lexicon.Lexicon, words []nlp.Word, i int) bool {
	a, h, b := words[i-1], words[i], words[i+1]
	if h.Form != "-" || a.Span.End != h.Span.Start || h.Span.End != b.Span.Start {
		return false
	}
	before, _ := utf8.DecodeRuneInString(a.Form)
	after, _ := utf8.DecodeRuneInString(b.Form)
	switch {
	case unicode.IsUpper(before) && unicode.IsUpper(after):
		return !listedAlone(lex, a.Form) || !listedAlone(lex, b.Form)
	case unicode.IsUpper(after):
		return particles[a.Form]
	case unicode.IsUpper(before) && unicode.IsLower(after):
		if len(b.Form) > 8 || prefixes[a.Form] || listedAlone(lex, a.Form) {
			return false
		}
		afterName := i > 1 && capital(words[i-2].Form) && words[i-2].UPOS == "PROPN" && (b.UPOS == "NOUN" || b.UPOS == "PROPN" || syllables[b.Form])
		return afterName || lex.Common(b.Form) == lexicon.Unlisted
	}
	return false
}

// syllables end Korean and Chinese given names, "Hye-won", and are English
// words too.
var syllables = map[string]bool{
	"won": true, "in": true, "so": true, "do": true, "sung": true, "hung": true, "on": true, "sang": true, "sing": true, "ping": true, "long": true, "kit": true, "ha": true, "hun": true, "gun": true, "sun": true, "ban": true, "me": true, "tan": true, "bin": true, "pin": true, "wing": true, "fun": true, "hang": true, "rim": true,
}

// listedAlone reports whether a form is the name of a state, its adjective, a
// large city or an organization.
func listedAlone(lex *lexicon.Lexicon, form string) bool {
	if _, _, ok := lex.Country(form); ok {
		return true
	}
	if c, ok := lex.City(form); ok && c.Size >= 4 {
		return true
	}
	_, ok := lex.Organization(form)
	return ok
}

// prefixes are no names before a hyphen.
var prefixes = map[string]bool{
	"Pan": true, "Anti": true, "Pro": true, "Non": true, "Ex": true, "Co": true, "Vice": true, "Neo": true, "Mid": true, "Pre": true, "Post": true, "Sub": true, "Trans": true, "Euro": true,
	"Self": true, "Multi": true, "Inter": true, "Counter": true, "Semi": true, "Ultra": true, "Cross": true, "Far": true, "Long": true, "Right": true, "Left": true,
}

// particles stand in small letters inside personal and place names.
var particles = map[string]bool{
	"al": true, "el": true, "an": true, "ar": true, "as": true, "ash": true, "at": true, "az": true, "ad": true, "ul": true, "ol": true, "bin": true, "ibn": true, "bint": true, "ben": true, "abu": true,
	"de": true, "da": true, "do": true, "dos": true, "das": true, "del": true, "della": true, "di": true, "du": true, "des": true, "la": true, "las": true, "los": true, "le": true,
	"von": true, "van": true, "der": true, "den": true, "zu": true, "zur": true, "ter": true, "ten": true, "af": true, "av": true, "y": true, "e": true, "dela": true, "st": true, "ap": true, "ag": true,
}

// names gives the places of names in l as places in the sentence.
func (l *line) names(names []nlp.Name) []nlp.Name {
	for i := range names {
		names[i].First, names[i].End = l.at[names[i].First], l.at[names[i].End]
	}
	return names
}

// readLines joins the hyphenated names of all sentences.
func readLines(lex *lexicon.Lexicon, sentences []nlp.Sentence) []line {
	out := make([]line, len(sentences))
	for i := range sentences {
		out[i] = readLine(lex, sentences[i].Words)
	}
	return out
}
