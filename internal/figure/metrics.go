package figure

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// Fonts is the list of fonts that a figure asks for: the first three have the
// same widths, those that Width knows.
const Fonts = "Helvetica, Arial, Liberation Sans, sans-serif"

// The widths of the characters from space to tilde, and of the capital and
// small letters of Cyrillic and Greek together, in thousandths of the size. Of
// Liberation Sans, which has the widths of Helvetica and Arial.
var (
	regular = [...]uint16{
		278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
		1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
		333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584}
	bold = [...]uint16{
		278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
		975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
		333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584}
	cyrillic = [...]uint16{ // А to я
		667, 656, 667, 542, 677, 667, 923, 604, 719, 719, 583, 656, 833, 722, 778, 719, 667, 722, 611, 635, 760, 667, 740, 667, 917, 938, 792, 885, 656, 719, 1010, 722,
		556, 573, 531, 365, 584, 556, 669, 459, 559, 559, 438, 584, 688, 552, 556, 542, 556, 500, 458, 500, 823, 500, 573, 521, 802, 823, 625, 719, 521, 510, 750, 542}
	marks = map[rune]uint16{'–': 556, '—': 1000, '‘': 222, '’': 222, '“': 333, '”': 333, '…': 1000, '×': 584, '·': 333, '•': 350, '→': 1000, '←': 1000}
)

// Width returns the width of a text on one line, in points. Letters of other
// scripts are reckoned as wide as they usually are.
func Width(text string, size float64, isBold bool) float64 {
	sum := 0
	for _, r := range text {
		sum += advance(r, isBold)
	}
	return float64(sum) * size / 1000
}

func advance(r rune, isBold bool) int {
	switch {
	case r >= ' ' && r <= '~':
		if isBold {
			return int(bold[r-' '])
		}
		return int(regular[r-' '])
	case r >= 'А' && r <= 'я':
		w := int(cyrillic[r-'А'])
		if isBold {
			w += w / 12
		}
		return w
	case marks[r] > 0:
		if isBold && marks[r] < 350 { // quotation marks
			return int(marks[r]) * 3 / 2
		}
		return int(marks[r])
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc):
		return 0
	}
	if base := []rune(norm.NFKD.String(string(r))); len(base) > 0 && base[0] > ' ' && base[0] <= '~' {
		return advance(base[0], isBold)
	}
	if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth || r >= 0x1F000 {
		return 1000
	}
	if unicode.IsUpper(r) {
		return 750
	}
	return 620
}
