// Package paint turns figures into files for screens and paper: a figure goes
// in, PNG or PDF comes out, the same bytes for the same figure.
package paint

import (
	"bytes"
	"fmt"
	"image/color"
	"io"
	"strconv"

	"github.com/fogleman/gg"

	"kg/internal/figure"
)

const (
	pixelsPerPoint = 2.0   // a screen of high resolution
	maxPixels      = 16000 // of a side; what is larger is scaled down
)

// PNG paints f in pixels, two for each point.
func PNG(w io.Writer, f *figure.Figure) error {
	if !(f.Width > 0 && f.Height > 0) {
		return fmt.Errorf("a picture of %g by %g points", f.Width, f.Height)
	}
	fonts, err := newFonts()
	if err != nil {
		return err
	}
	p := &painter{scale: min(pixelsPerPoint, maxPixels/max(f.Width, f.Height)), fonts: fonts}
	p.c = gg.NewContext(int(f.Width*p.scale+0.5), int(f.Height*p.scale+0.5))
	p.c.SetColor(colourOf(f.Background))
	p.c.Clear()
	each(f.Items, p.path, p.text)
	var b bytes.Buffer
	if err := p.c.EncodePNG(&b); err != nil {
		return err
	}
	_, err = w.Write(b.Bytes())
	return err
}

// each calls path and text for the items and those of their groups, in turn.
func each(items []figure.Item, path func(*figure.Path), text func(*figure.Text)) {
	for _, x := range items {
		switch x := x.(type) {
		case *figure.Group:
			each(x.Items, path, text)
		case *figure.Path:
			path(x)
		case *figure.Text:
			text(x)
		}
	}
}

type painter struct {
	c     *gg.Context
	scale float64
	fonts *fonts
}

func (p *painter) path(x *figure.Path) {
	at := func(q figure.Point) (float64, float64) { return q.X * p.scale, q.Y * p.scale }
	for _, s := range x.Steps {
		a, b := at(s.P[0])
		switch s.Op {
		case 'M':
			p.c.MoveTo(a, b)
		case 'L':
			p.c.LineTo(a, b)
		case 'C':
			c, d := at(s.P[1])
			e, f := at(s.P[2])
			p.c.CubicTo(a, b, c, d, e, f)
		case 'Z':
			p.c.ClosePath()
		}
	}
	if x.Fill != "" {
		p.c.SetColor(colourOf(x.Fill))
		p.c.FillPreserve()
	}
	if x.Stroke != "" {
		dashes := make([]float64, len(x.Dash))
		for i, d := range x.Dash {
			dashes[i] = d * p.scale
		}
		p.c.SetDash(dashes...)
		p.c.SetLineWidth(x.Width * p.scale)
		p.c.SetColor(colourOf(x.Stroke))
		p.c.StrokePreserve()
	}
	p.c.ClearPath()
}

func (p *painter) text(t *figure.Text) {
	text, size := p.fonts.fit(t)
	p.c.SetFontFace(p.fonts.face(size*p.scale, t.Bold))
	anchor := map[figure.Anchor]float64{figure.Middle: 0.5, figure.End: 1}[t.Anchor]
	x, y := t.X*p.scale, t.Y*p.scale
	if t.Halo != "" {
		p.c.SetColor(colourOf(t.Halo))
		for _, d := range [][2]float64{{-1, 0}, {1, 0}, {0, -1}, {0, 1}, {-0.7, -0.7}, {0.7, -0.7}, {-0.7, 0.7}, {0.7, 0.7}} {
			p.c.DrawStringAnchored(text, x+1.5*p.scale*d[0], y+1.5*p.scale*d[1], anchor, 0)
		}
	}
	p.c.SetColor(colourOf(t.Fill))
	p.c.DrawStringAnchored(text, x, y, anchor, 0)
}

// colourOf reads #rrggbb; anything else is black.
func colourOf(s string) color.RGBA {
	c := color.RGBA{A: 0xff}
	if len(s) == 7 {
		if n, err := strconv.ParseUint(s[1:], 16, 32); err == nil {
			c.R, c.G, c.B = uint8(n>>16), uint8(n>>8), uint8(n)
		}
	}
	return c
}
