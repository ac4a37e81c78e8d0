package source

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The shapes by which single lines are known for what they are. None looks at
// its neighbours; that is the work of layout.go.

var (
	numbering   = lazily(`^(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,4}\.|[A-Z]\.)\s+`) // of headings
	itemMark    = lazily(`^[-*•▪◦‣·–—]\s+`)
	headingMark = lazily(`^#{1,6}\s+`) // of Markdown

	// credit marks the text of a picture.
	credit = lazily(`(?:\b(?:Photo|Photos|Image|Images|Picture|Pictures|Photograph|Photography|Illustration|File photo|FILE PHOTO|PHOTO|IMAGE|CAPTION|Caption)(?::| by | credit| courtesy|graph by )|` +
		`\bimage: |\bphoto: |\((?:AP|AFP|Reuters|REUTERS|EPA|Getty) ?(?:Photo|Images)?(?:/|\)$)|\bAP Photo\b|\bGetty Images\b|\bREUTERS/|\b/ ?(?:AFP|AP|EPA|Reuters|REUTERS)\b|\bvia (?:AP|AFP|Reuters|REUTERS|Getty)\b|\bEPA-EFE\b|\bHandout\b)`)
	captionStart = lazily(`^(?:\((?:L-R|L to R|From left|from left|left to right|Left to right|R-L|L|R)\)|FILE\b|File photo\b|File picture\b|File image\b|CAPTION:|Caption:|From left[,:]|Pictured[,:]|(?:PHOTO|Photo|IMAGE|Image|Picture|Photograph):)`)
	// captionLabel stands before the sentence of a caption and is no part of it.
	captionLabel = lazily(`^(?:\((?:L-R|L to R|From left|from left|left to right|Left to right|R-L|L|R)\)|(?i:caption|file photo|photo|image|picture):)\s*`)
	captionSign  = lazily(`(?:,|\() ?(?:left|right|cent(?:er|re)|second left|second right|L|R|pictured|front|rear)(?:,|\)| )`)

	bylineStart = lazily(`^(?i:by|by:|written by|reported by|reporting by|story by|words by|words:|author:|edited by|editing by|compiled by|from our|additional reporting by|source:|editor:|editors:|reporter:|correspondent:)\s+\S`)
	bylineWhole = lazily(`^(?i:admin|administrator|staff|staff (?:writer|reporter)s?|web ?desk|news ?desk|newsroom|editor|editorial (?:staff|team|board)|agencies|(?:our|special|diplomatic|foreign|political) correspondent|wire reports?|guest (?:author|writer))$`)
	agencyWhole = lazily(`^(?:Reuters|REUTERS|AP|AFP|UPI|EFE|DPA|dpa|ANSA|TASS|Tass|Interfax|Xinhua|Kyodo|Yonhap|PTI|ANI|IANS|Bloomberg|BBC(?: News)?|CNN|CGTN|RFE/RL|VOA|Al Jazeera|Ukrinform|Anadolu(?: Agency)?|(?:The )?Associated Press|Agence France-Presse|Press Association|PA(?: Media)?|Wikinews|[A-Z][\w'’ ]* News Agency)$`)

	// abbreviationEnd is a full stop that need not end a sentence: "in Washington, D.C."
	abbreviationEnd = lazily(`\b(?:\p{Lu}\.){2,}$`)

	publishWord = lazily(`(?i)\b(?:first published|last (?:updated|modified)|published(?: on| at)?|updated(?: on| at)?|posted(?: on)?|issued(?: on)?|released(?: on)?|date|dated|as of|on|at)\b:?`)
	clock       = lazily(`(?i)\b\d{1,2}(?:[:.]\d{2}){1,2}(?:\s*[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?|[+-]\d{2}:?\d{2}\b|\b(?:\d+|an?|one|two|three) (?:min(?:ute)?|hour|day|week)s? ago\b|\b(?:gmt|utc|bst|ist|est|edt|et|pst|pdt|pt|cet|cest|eet|eest|msk|hrs|hours|local time)\b(?:[+-]\d+)?`)

	// clockWord is the first word of what clock and publishWord take away, or no word.
	clockWord = lazily(`(?i)^[^\pL]*(?:first|last|published|updated|posted|issued|released|dated?|as|on|at|[ap]\.?m|an?|one|two|three|min(?:ute)?s?|hours?|hrs|days?|weeks?|gmt|utc|bst|ist|est|edt|et|pst|pdt|pt|cet|cest|eet|eest|msk|local|$)`)

	pageMark    = lazily(`(?i)^(?:\W*\d{1,3}\W*|page \d+(?: of \d+)?)$`)
	readingTime = lazily(`(?i)^\d+\s*(?:-|\s)?min(?:ute)?s?(?: read)?$|^reading time\b`)
	boilerplate = lazily(`(?i)^(?:(?:post|leave|add) a comment|comments?(?: \(\d+\))?|\d+ comments?|advertisement|advertising|share(?: this.*)?|tweet|print|email|subscribe.*|sign up (?:for|to) .*|read (?:more|next|also|full story)\b.*|related(?: articles?| stories| topics| content)?:?|see also:?|click here.*|copyright .*|©.*|all rights reserved.*|ends|more to follow.*|our standards: .*|follow us\b.*|listen to this article.*|image caption,?|skip to content|tags?:.*|topics:.*|\d+ min(?:ute)?s? read|loading.*|continue reading.*|https?://\S+|www\.\S+)[.…]*$`)
)

// wordCount counts words by white space.
func wordCount(s string) int { return len(strings.Fields(s)) }

// isNoise reports whether a line belongs to the page, not to the article:
// "Advertisement", "Post a comment", a rule of asterisks.
func isNoise(s string) bool {
	if !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return true
	}
	return wordCount(s) <= 12 && (boilerplate().MatchString(s) || readingTime().MatchString(s) || pageMark().MatchString(s) || isClockLine(s))
}

// isClockLine reports whether a line only says when, without a date:
// "Published", "Updated 2 hours ago", "19:30 GMT".
func isClockLine(s string) bool {
	if !clockWord().MatchString(s) {
		return false
	}
	rest := publishWord().ReplaceAllString(clock().ReplaceAllString(s, ""), "")
	return strings.Trim(rest, " ,|·•()-–—:") == ""
}

// isCaption reports whether a line says that it belongs to a picture.
func isCaption(s string) bool {
	return len(s) <= 2400 && utf8.RuneCountInString(s) <= 600 && (captionStart().MatchString(s) || hasCreditSign(s) && credit().MatchString(s))
}

// creditSigns are parts of words of which one is in everything that credit
// matches.
var creditSigns = []string{"hoto", "HOTO", "mage", "MAGE", "aption", "APTION", "icture", "llustration", "AP", "AFP", "EPA", "euters", "REUTERS", "Getty", "Handout"}

func hasCreditSign(s string) bool {
	return slices.ContainsFunc(creditSigns, func(sign string) bool { return strings.Contains(s, sign) })
}

// isCredit reports whether a line names the maker of a picture and no more.
func isCredit(s string) bool {
	return isCaption(s) && wordCount(s) <= 8
}

// isByline reports whether a line names who wrote the text.
func isByline(s string) bool {
	if utf8.RuneCountInString(s) > 100 || endsSentence(s) {
		return false
	}
	if bylineWhole().MatchString(s) || agencyWhole().MatchString(s) {
		return true
	}
	if m := bylineStart().FindString(s); m != "" {
		r, _ := utf8.DecodeLastRuneInString(m)
		return (unicode.IsUpper(r) || allCaps(s) || strings.Contains(m, ":")) && wordCount(s) <= 14
	}
	first, rest, piped := strings.Cut(s, "|")
	return piped && wordCount(s) <= 12 && (agencyWhole().MatchString(strings.TrimSpace(first)) || publishWord().MatchString(rest))
}

// isBareName reports whether a line could be a person's name alone.
func isBareName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 4 || endsClause(s) {
		return false
	}
	for _, w := range words {
		if !initialWord().MatchString(w) {
			return false
		}
	}
	return true
}

// isAuthors reports whether a line that stands beside the date could name the
// authors: "Ada Storm", "Ada Storm in Doha and Bo Lund in Lima".
func isAuthors(s string) bool {
	if isBareName(s) {
		return true
	}
	for _, part := range strings.Split(s, " and ") {
		name, place, in := strings.Cut(part, " in ")
		if !isBareName(name) || in && !placeNames(place) {
			return false
		}
	}
	return wordCount(s) <= 14
}

// readsOn reports whether a line is running text rather than a headline: it
// ends as a sentence does, or is longer than headlines are.
func readsOn(s string) bool {
	n := utf8.RuneCountInString(s)
	if n > 200 {
		return true
	}
	if !endsSentence(s) || n <= 110 && abbreviationEnd().MatchString(s) {
		return n > 140 && strings.Contains(s, ". ")
	}
	return n > 90 || !strings.HasSuffix(strings.TrimRight(s, closers), "?") || strings.Contains(s, ". ")
}

// isHeading reports whether a line amid paragraphs heads what follows: short,
// without the marks of a sentence, or a question alone. A colon ends a heading
// only where its words are capitalised as in a title; "the minister said:"
// runs on.
func isHeading(s string) bool {
	s = s[len(numbering().FindString(s)):]
	n := utf8.RuneCountInString(s)
	switch {
	case n > 110 || wordCount(s) > 16 || strings.Contains(s, ". "):
		return false
	case strings.HasPrefix(s, "\"") || strings.HasPrefix(s, "“"):
		return false
	case strings.HasSuffix(s, ":"):
		return wordCount(s) <= 8 && titleCase(s)
	case strings.HasSuffix(s, "?"):
		return wordCount(s) <= 10 && !strings.Contains(s, ": ")
	case strings.HasSuffix(s, ",") || strings.HasSuffix(s, ";") || strings.HasSuffix(s, "—") || strings.HasSuffix(s, "–"):
		return false
	}
	return !endsSentence(s)
}

// titleCase reports whether every word of four letters or more begins with a
// capital.
func titleCase(s string) bool {
	for _, w := range strings.Fields(s) {
		if utf8.RuneCountInString(w) >= 4 && startsLower(w) {
			return false
		}
	}
	return true
}
