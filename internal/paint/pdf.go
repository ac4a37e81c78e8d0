package paint

import (
	"bytes"
	"fmt"
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"

	"kg/internal/figure"
)

const family = "liberation"

// PDF paints f on one page of its size, as curves and text that can be searched
// and copied. Its links stay links.
func PDF(w io.Writer, f *figure.Figure) error {
	if f.Width <= 0 || f.Height <= 0 {
		return fmt.Errorf("a picture of %g by %g points", f.Width, f.Height)
	}
	fonts, err := newFonts()
	if err != nil {
		return err
	}
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: f.Width, Ht: f.Height}})
	doc.SetMargins(0, 0, 0)
	doc.SetAutoPageBreak(false, 0)
	doc.SetCatalogSort(true) // the same bytes each time
	epoch := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	doc.SetCreationDate(epoch)
	doc.SetModificationDate(epoch)
	doc.SetProducer("kg", true)
	doc.SetTitle(f.Title, true)
	doc.SetSubject(f.About, true)
	doc.AddUTF8FontFromBytes(family, "", liberationsansregular.TTF)
	doc.AddUTF8FontFromBytes(family, "B", liberationsansbold.TTF)
	doc.AddPage()
	p := &printer{doc: doc, fonts: fonts}
	p.paper(f)
	each(f.Items, p.path, p.text)
	p.links(f.Items)
	var b bytes.Buffer
	if err := doc.Output(&b); err != nil {
		return err
	}
	_, err = w.Write(b.Bytes())
	return err
}

type printer struct {
	doc   *fpdf.Fpdf
	fonts *fonts
}

func (p *printer) paper(f *figure.Figure) {
	p.path(&figure.Path{Steps: figure.Polygon(0, 0, f.Width, 0, f.Width, f.Height, 0, f.Height), Fill: f.Background})
}

func (p *printer) path(x *figure.Path) {
	style := map[[2]bool]string{{true, false}: "F", {false, true}: "D", {true, true}: "DF"}[[2]bool{x.Fill != "", x.Stroke != ""}]
	if style == "" || len(x.Steps) == 0 {
		return
	}
	c := colourOf(x.Fill)
	p.doc.SetFillColor(int(c.R), int(c.G), int(c.B))
	c = colourOf(x.Stroke)
	p.doc.SetDrawColor(int(c.R), int(c.G), int(c.B))
	p.doc.SetLineWidth(max(x.Width, 0.1))
	p.doc.SetLineCapStyle(map[bool]string{true: "round", false: "butt"}[len(x.Dash) > 0])
	p.doc.SetDashPattern(append([]float64{}, x.Dash...), 0)
	for _, s := range x.Steps {
		a := s.P
		switch s.Op {
		case 'M':
			p.doc.MoveTo(a[0].X, a[0].Y)
		case 'L':
			p.doc.LineTo(a[0].X, a[0].Y)
		case 'C':
			p.doc.CurveBezierCubicTo(a[0].X, a[0].Y, a[1].X, a[1].Y, a[2].X, a[2].Y)
		case 'Z':
			p.doc.ClosePath()
		}
	}
	p.doc.DrawPath(style)
}

func (p *printer) text(t *figure.Text) {
	text, size := p.fonts.fit(t)
	if text == "" {
		return
	}
	p.doc.SetFont(family, map[bool]string{true: "B"}[t.Bold], size)
	x := t.X - map[figure.Anchor]float64{figure.Middle: 0.5, figure.End: 1}[t.Anchor]*p.doc.GetStringWidth(text)
	if t.Halo != "" {
		p.halo(t, text, x)
	}
	c := colourOf(t.Fill)
	p.doc.SetTextColor(int(c.R), int(c.G), int(c.B))
	p.doc.Text(x, t.Y, text)
}

// halo paints the outlines of a text wide, for the text to lie on.
func (p *printer) halo(t *figure.Text, text string, x float64) {
	const stroke = 1 // a rendering mode of PDF; 0 is fill
	c := colourOf(t.Halo)
	p.doc.SetDrawColor(int(c.R), int(c.G), int(c.B))
	p.doc.SetLineWidth(3)
	p.doc.SetDashPattern(nil, 0)
	p.doc.SetTextRenderingMode(stroke)
	p.doc.Text(x, t.Y, text)
	p.doc.SetTextRenderingMode(0)
}

// links makes the extent of each group that leads somewhere a link.
func (p *printer) links(items []figure.Item) {
	for _, x := range items {
		g, ok := x.(*figure.Group)
		if !ok || g.Link == "" {
			continue
		}
		for _, i := range g.Items {
			if path, ok := i.(*figure.Path); ok && path.Fill != "" {
				lo, hi := extent(path.Steps)
				p.doc.LinkString(lo.X, lo.Y, hi.X-lo.X, hi.Y-lo.Y, g.Link)
			}
		}
	}
}

func extent(steps []figure.Step) (lo, hi figure.Point) {
	for i, q := range figure.Flat(steps, 2) {
		if i == 0 {
			lo, hi = q, q
		}
		lo = figure.Point{X: min(lo.X, q.X), Y: min(lo.Y, q.Y)}
		hi = figure.Point{X: max(hi.X, q.X), Y: max(hi.Y, q.Y)}
	}
	return lo, hi
}
