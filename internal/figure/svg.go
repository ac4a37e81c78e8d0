package figure

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"unicode"
)

// WriteSVG writes f as a file of its own: no scripts, no style sheets, no
// fonts or pictures from elsewhere. It has a role, a title and a description
// for screen readers. The output is the same for the same figure.
func WriteSVG(w io.Writer, f *Figure) error {
	s := &svgWriter{bufio.NewWriter(w)}
	width, height := decimal(f.Width), decimal(f.Height)
	fonts := Fonts
	if f.Font != "" {
		fonts = f.Font + ", " + Fonts
	}
	s.raw(`<svg xmlns="http://www.w3.org/2000/svg" width="`, width, `" height="`, height, `" viewBox="0 0 `, width, " ", height,
		`" role="img" aria-labelledby="kg-title kg-about" font-family="`, escape(fonts), `">`, "\n")
	s.raw(`<title id="kg-title">`, escape(f.Title), "</title>\n", `<desc id="kg-about">`, escape(f.About), "</desc>\n")
	s.path(&Path{Steps: Polygon(0, 0, f.Width, 0, f.Width, f.Height, 0, f.Height), Fill: f.Background})
	s.items(f.Items)
	s.raw("</svg>\n")
	return s.Flush()
}

type svgWriter struct{ *bufio.Writer }

func (s *svgWriter) raw(parts ...string) {
	for _, p := range parts {
		s.WriteString(p)
	}
}

func (s *svgWriter) items(list []Item) {
	for _, x := range list {
		switch x := x.(type) {
		case *Group:
			s.group(x)
		case *Path:
			s.path(x)
		case *Text:
			s.text(x)
		}
	}
}

func (s *svgWriter) group(g *Group) {
	s.raw("<g")
	s.attribute("id", g.ID)
	s.attribute("class", g.Class)
	s.raw(">\n")
	if g.Tip != "" {
		s.raw("<title>", escape(g.Tip), "</title>\n")
	}
	if g.Link != "" {
		s.raw("<a")
		s.attribute("href", g.Link)
		s.raw(">\n")
	}
	s.items(g.Items)
	if g.Link != "" {
		s.raw("</a>\n")
	}
	s.raw("</g>\n")
}

// attribute writes an attribute, none if it is empty.
func (s *svgWriter) attribute(name, value string) {
	if value != "" {
		s.raw(" ", name, `="`, escape(value), `"`)
	}
}

func (s *svgWriter) path(p *Path) {
	s.raw(`<path d="`)
	for _, step := range p.Steps {
		s.WriteByte(step.Op)
		n := map[byte]int{'M': 1, 'L': 1, 'C': 3}[step.Op]
		for i, q := range step.P[:n] {
			if i > 0 {
				s.WriteByte(' ')
			}
			s.raw(decimal(q.X), ",", decimal(q.Y))
		}
	}
	s.raw(`" fill="`, orNone(p.Fill), `"`)
	if p.Stroke != "" {
		s.raw(` stroke="`, p.Stroke, `" stroke-width="`, decimal(p.Width), `"`)
	}
	if len(p.Dash) > 0 {
		var list []string
		for _, d := range p.Dash {
			list = append(list, decimal(d))
		}
		s.raw(` stroke-dasharray="`, strings.Join(list, ","), `" stroke-linecap="round"`)
	}
	s.raw("/>\n")
}

var anchors = [...]string{Start: "start", Middle: "middle", End: "end"}

// text writes a text with the width that was reckoned with, so that a machine
// without the fonts does not make it run into others.
func (s *svgWriter) text(t *Text) {
	s.raw(`<text x="`, decimal(t.X), `" y="`, decimal(t.Y), `" font-size="`, decimal(t.Size), `" fill="`, t.Fill, `"`)
	if t.Anchor != Start {
		s.raw(` text-anchor="`, anchors[t.Anchor], `"`)
	}
	if t.Bold {
		s.raw(` font-weight="bold"`)
	}
	if t.Halo != "" {
		s.raw(` stroke="`, t.Halo, `" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`)
	}
	if w := Width(t.Text, t.Size, t.Bold); w > 0 {
		s.raw(` textLength="`, decimal(w), `" lengthAdjust="spacingAndGlyphs"`)
	}
	s.raw(">", escape(t.Text), "</text>\n")
}

func orNone(colour string) string {
	if colour == "" {
		return "none"
	}
	return colour
}

// decimal writes a number with up to two digits behind the point.
func decimal(x float64) string {
	s := strings.TrimRight(strings.TrimRight(strconv.FormatFloat(x, 'f', 2, 64), "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

var xmlEscape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// escape leaves XML nothing to interpret. Line feeds stay; what XML forbids,
// other control characters and those that would turn the writing direction of
// what follows are dropped.
func escape(s string) string {
	return xmlEscape.Replace(strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD")))
}
