package lexicon

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// Fold returns s with the diacritics of Latin letters left out and apostrophes
// and hyphens in their ASCII form: "Düsseldorf" and "Dusseldorf" fold to the
// same string. Case stays. It allocates only when something changes.
func Fold(s string) string {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf {
		i++
	}
	if i == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			b.WriteByte(byte(r))
		case r >= 0x300 && r < 0x370: // combining marks
		default:
			if to, ok := folds()[r]; ok {
				b.WriteString(to)
			} else {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// folds returns the letters that Fold replaces.
var folds = sync.OnceValue(func() map[rune]string {
	m := make(map[rune]string, 640)
	for _, f := range foldTable {
		for _, r := range f.from {
			m[r] = f.to
		}
	}
	return m
})

// foldTable lists the letters of Latin-1, Latin Extended-A, -B and Additional
// under the ASCII letters they stand for.
var foldTable = []struct{ to, from string }{
	{"O", "Ø"},
	{"o", "ø"},
	{"L", "Ł"},
	{"l", "ł"},
	{"D", "ĐÐ"},
	{"d", "đð"},
	{"ss", "ß"},
	{"AE", "Æ"},
	{"ae", "æ"},
	{"OE", "Œ"},
	{"oe", "œ"},
	{"i", "ıɨ"},
	{"Th", "Þ"},
	{"th", "þ"},
	{"H", "Ħ"},
	{"h", "ħ"},
	{"n", "ŋ"},
	{"N", "Ŋ"},
	{"e", "ə"},
	{"E", "Ə"},
	{"T", "Ŧ"},
	{"t", "ŧ"},
	{"b", "ƀ"},
	{"'", "ʻʼ‘’ʿʾ`´"},
	{"-", "‐‑–"},
	{"A", "ÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦḀẠẢẤẦẨẪẬẮẰẲẴẶ"},
	{"B", "ḂḄḆ"},
	{"C", "ÇĆĈĊČḈ"},
	{"D", "ĎḊḌḎḐḒ"},
	{"E", "ÈÉÊËĒĔĖĘĚȄȆȨḔḖḘḚḜẸẺẼẾỀỂỄỆ"},
	{"F", "Ḟ"},
	{"G", "ĜĞĠĢǦǴḠ"},
	{"H", "ĤȞḢḤḦḨḪ"},
	{"I", "ÌÍÎÏĨĪĬĮİǏȈȊḬḮỈỊ"},
	{"J", "Ĵ"},
	{"K", "ĶǨḰḲḴ"},
	{"L", "ĹĻĽḶḸḺḼ"},
	{"M", "ḾṀṂ"},
	{"N", "ÑŃŅŇǸṄṆṈṊ"},
	{"O", "ÒÓÔÕÖŌŎŐƠǑǪǬȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢ"},
	{"P", "ṔṖ"},
	{"R", "ŔŖŘȐȒṘṚṜṞ"},
	{"S", "ŚŜŞŠȘṠṢṤṦṨ"},
	{"T", "ŢŤȚṪṬṮṰ"},
	{"U", "ÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖṲṴṶṸṺỤỦỨỪỬỮỰ"},
	{"V", "ṼṾ"},
	{"W", "ŴẀẂẄẆẈ"},
	{"X", "ẊẌ"},
	{"Y", "ÝŶŸȲẎỲỴỶỸ"},
	{"Z", "ŹŻŽẐẒẔ"},
	{"a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"},
	{"b", "ḃḅḇ"},
	{"c", "çćĉċčḉ"},
	{"d", "ďḋḍḏḑḓ"},
	{"e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"},
	{"f", "ḟ"},
	{"g", "ĝğġģǧǵḡ"},
	{"h", "ĥȟḣḥḧḩḫẖ"},
	{"i", "ìíîïĩīĭįǐȉȋḭḯỉị"},
	{"j", "ĵǰ"},
	{"k", "ķǩḱḳḵ"},
	{"l", "ĺļľḷḹḻḽ"},
	{"m", "ḿṁṃ"},
	{"n", "ñńņňǹṅṇṉṋ"},
	{"o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"},
	{"p", "ṕṗ"},
	{"r", "ŕŗřȑȓṙṛṝṟ"},
	{"s", "śŝşšșṡṣṥṧṩ"},
	{"t", "ţťțṫṭṯṱẗ"},
	{"u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"},
	{"v", "ṽṿ"},
	{"w", "ŵẁẃẅẇẉẘ"},
	{"x", "ẋẍ"},
	{"y", "ýÿŷȳẏẙỳỵỷỹ"},
	{"z", "źżžẑẓẕ"},
}
