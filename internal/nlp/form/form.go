// Package form gives words their normal spelling: a word's raw bytes go in,
// the form that tables and models know it by comes out.
package form

import "strings"

// straight maps what typesetting adds to what a keyboard types. Marks that a
// reader does not see map to nothing.
var straight = strings.NewReplacer(
	"‘", "'", "’", "'", "‚", "'", "‛", "'", "ʼ", "'", "′", "'",
	"“", `"`, "”", `"`, "„", `"`, "‟", `"`, "«", `"`, "»", `"`, "″", `"`,
	"\u00ad", "", // soft hyphen
	"\u200b", "", "\u200c", "", "\u200d", "", "\u2060", "", "\ufeff", "", // zero width
	"\u200e", "", "\u200f", "", // direction marks
	"\u2010", "-", "\u2011", "-", // hyphens that are not the keyboard's
	"…", "...",
)

// Normal returns raw with straight quotes, plain hyphens and three dots for an
// ellipsis, without soft hyphens and marks of no width. A word of nothing but
// such marks is left as it is, for a form is never empty. ASCII costs one scan
// and no allocation.
func Normal(raw string) string {
	if isASCII(raw) {
		return raw
	}
	if s := straight.Replace(raw); s != "" {
		return s
	}
	return raw
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
