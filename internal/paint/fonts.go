package paint

import (
	"strings"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/golang/freetype/truetype"
	"github.com/mozillazg/go-unidecode"
	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"

	"kg/internal/figure"
)

// fonts are the typefaces that pictures are painted with: Liberation Sans, which
// holds the letters of Latin, Greek, Cyrillic and Hebrew.
type fonts struct {
	typefaces [2]*truetype.Font // regular and bold
	faces     map[faceKey]font.Face
}

type faceKey struct {
	size float64
	bold bool
}

func newFonts() (*fonts, error) {
	f := &fonts{faces: map[faceKey]font.Face{}}
	for i, data := range [][]byte{liberationsansregular.TTF, liberationsansbold.TTF} {
		typeface, err := truetype.Parse(data)
		if err != nil {
			return nil, err
		}
		f.typefaces[i] = typeface
	}
	return f, nil
}

func (f *fonts) typeface(bold bool) *truetype.Font {
	if bold {
		return f.typefaces[1]
	}
	return f.typefaces[0]
}

// face returns the typeface in a size in pixels.
func (f *fonts) face(size float64, bold bool) font.Face {
	key := faceKey{size, bold}
	if f.faces[key] == nil {
		f.faces[key] = truetype.NewFace(f.typeface(bold), &truetype.Options{Size: size, Hinting: font.HintingNone})
	}
	return f.faces[key]
}

// fit returns a text with the letters that the typeface lacks written in Latin
// ones, and the size in which it takes no more room than was reckoned with.
func (f *fonts) fit(t *figure.Text) (string, float64) {
	text := f.spelled(t.Text, t.Bold)
	room, wide := figure.Width(t.Text, t.Size, t.Bold), f.width(text, t.Size, t.Bold)
	if wide > room*1.02 && wide > 0 {
		return text, t.Size * room / wide
	}
	return text, t.Size
}

func (f *fonts) spelled(s string, bold bool) string {
	var b strings.Builder
	for _, r := range s {
		if r < 0x10000 && f.typeface(bold).Index(r) != 0 {
			b.WriteRune(r)
		} else {
			b.WriteString(unidecode.Unidecode(string(r)))
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// width is the width of a text in points.
func (f *fonts) width(s string, size float64, bold bool) float64 {
	const unit = 1000
	sum := fixed.Int26_6(0)
	for _, r := range s {
		typeface := f.typeface(bold)
		sum += typeface.HMetric(fixed.I(unit), typeface.Index(r)).AdvanceWidth
	}
	return float64(sum) / 64 * size / unit
}
