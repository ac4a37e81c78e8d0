package graphviz

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image/color"
	"io"
	"strconv"
	"strings"

	"github.com/fogleman/gg"
	"github.com/golang/freetype/truetype"
	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/goregular"
)

const (
	pixelsPerPoint = 2.0   // a screen of high resolution
	maxPixels      = 16000 // of a side; what is larger is scaled down
	glyphScale     = 0.93  // makes Go Regular as wide as the Helvetica that the layout reckons with
)

// rasterise draws the SVG that Graphviz writes. The library's own PNG fills
// curves that are lines, and leaves out dashes. Only what Graphviz writes is
// known: one translation, polygons, ellipses, paths of cubic curves, and text.
func rasterise(svg []byte) ([]byte, error) {
	typeface, err := truetype.Parse(goregular.TTF)
	if err != nil {
		return nil, err
	}
	p := &painter{typeface: typeface, faces: map[float64]font.Face{}}
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		if start, ok := token.(xml.StartElement); ok {
			if err := p.element(d, start); err != nil {
				return nil, fmt.Errorf("<%s>: %w", start.Name.Local, err)
			}
		}
	}
	if p.c == nil {
		return nil, fmt.Errorf("no picture")
	}
	var b bytes.Buffer
	err = p.c.EncodePNG(&b)
	return b.Bytes(), err
}

type painter struct {
	c        *gg.Context
	typeface *truetype.Font
	faces    map[float64]font.Face // by size in points
	scale    float64
	dx, dy   float64 // in points
	onLine   bool    // the element belongs to a line
}

func (p *painter) element(d *xml.Decoder, e xml.StartElement) error {
	a := map[string]string{}
	for _, x := range e.Attr {
		a[x.Name.Local] = x.Value
	}
	if e.Name.Local == "svg" {
		return p.begin(a)
	}
	draw, ok := map[string]func(map[string]string) error{"polygon": p.polygon, "polyline": p.polyline, "ellipse": p.ellipse, "path": p.path}[e.Name.Local]
	switch {
	case p.c == nil:
		return nil
	case a["class"] != "": // of nodes and lines; nothing else is nested in them
		p.onLine = strings.HasPrefix(a["class"], "edge")
		if _, at, ok := strings.Cut(a["transform"], "translate("); ok { // of the whole graph
			_, err := fmt.Sscanf(at, "%g %g", &p.dx, &p.dy)
			return err
		}
	case ok:
		return draw(a)
	case e.Name.Local == "text":
		var s string
		if err := d.DecodeElement(&s, &e); err != nil {
			return err
		}
		return p.text(a, s)
	}
	return nil
}

func (p *painter) begin(a map[string]string) error {
	w, err1 := strconv.ParseFloat(strings.TrimSuffix(a["width"], "pt"), 64)
	h, err2 := strconv.ParseFloat(strings.TrimSuffix(a["height"], "pt"), 64)
	if err1 != nil || err2 != nil || w <= 0 || h <= 0 {
		return fmt.Errorf("size %q by %q", a["width"], a["height"])
	}
	p.scale = min(pixelsPerPoint, maxPixels/max(w, h))
	p.c = gg.NewContext(int(w*p.scale)+1, int(h*p.scale)+1)
	p.c.SetColor(color.White)
	p.c.Clear()
	return nil
}

// point scales a point of the drawing to pixels.
func (p *painter) point(x, y float64) (float64, float64) {
	return (x + p.dx) * p.scale, (y + p.dy) * p.scale
}

// numbers reads all numbers of a list of points or of path data.
func numbers(s string) ([]float64, error) {
	var out []float64
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" ,MCLZ\n", r) }) {
		x, err := strconv.ParseFloat(f, 64)
		if err != nil {
			return nil, err
		}
		out = append(out, x)
	}
	return out, nil
}

func (p *painter) polygon(a map[string]string) error {
	if err := p.outline(a); err != nil {
		return err
	}
	p.c.ClosePath()
	p.finish(a)
	return nil
}

func (p *painter) polyline(a map[string]string) error {
	if err := p.outline(a); err != nil {
		return err
	}
	p.finish(a)
	return nil
}

func (p *painter) outline(a map[string]string) error {
	xy, err := numbers(a["points"])
	if err != nil {
		return err
	}
	for i := 0; i+1 < len(xy); i += 2 {
		p.c.LineTo(p.point(xy[i], xy[i+1]))
	}
	return nil
}

func (p *painter) ellipse(a map[string]string) error {
	xy, err := numbers(a["cx"] + " " + a["cy"] + " " + a["rx"] + " " + a["ry"])
	if err != nil || len(xy) != 4 {
		return fmt.Errorf("not an ellipse: %v", a)
	}
	x, y := p.point(xy[0], xy[1])
	p.c.DrawEllipse(x, y, xy[2]*p.scale, xy[3]*p.scale)
	p.finish(a)
	return nil
}

func (p *painter) path(a map[string]string) error {
	xy, err := numbers(a["d"])
	if err != nil || len(xy) < 2 {
		return fmt.Errorf("not a path: %q", a["d"])
	}
	p.c.MoveTo(p.point(xy[0], xy[1]))
	for i := 2; i+5 < len(xy); i += 6 {
		x1, y1 := p.point(xy[i], xy[i+1])
		x2, y2 := p.point(xy[i+2], xy[i+3])
		x3, y3 := p.point(xy[i+4], xy[i+5])
		p.c.CubicTo(x1, y1, x2, y2, x3, y3)
	}
	p.finish(a)
	return nil
}

// finish fills and strokes the path that was drawn.
func (p *painter) finish(a map[string]string) {
	if fill, ok := colourOf(a["fill"]); ok {
		p.c.SetColor(fill)
		p.c.FillPreserve()
	}
	if stroke, ok := colourOf(a["stroke"]); ok {
		width, err := strconv.ParseFloat(a["stroke-width"], 64)
		if err != nil {
			width = 1
		}
		dashes, _ := numbers(a["stroke-dasharray"])
		for i := range dashes {
			dashes[i] *= p.scale
		}
		p.c.SetDash(dashes...)
		p.c.SetLineWidth(width * p.scale)
		p.c.SetColor(stroke)
		p.c.StrokePreserve()
	}
	p.c.ClearPath()
}

func (p *painter) text(a map[string]string, s string) error {
	xy, err := numbers(a["x"] + " " + a["y"] + " " + a["font-size"])
	if err != nil || len(xy) != 3 {
		return fmt.Errorf("no place or size: %v", a)
	}
	face := p.faces[xy[2]]
	if face == nil {
		face = truetype.NewFace(p.typeface, &truetype.Options{Size: xy[2] * p.scale * glyphScale, Hinting: font.HintingNone})
		p.faces[xy[2]] = face
	}
	ink, ok := colourOf(a["fill"])
	if !ok {
		ink = color.RGBA{A: 0xff}
	}
	p.c.SetFontFace(face)
	x, y := p.point(xy[0], xy[1])
	anchor := map[string]float64{"middle": 0.5, "end": 1}[a["text-anchor"]]
	if p.onLine { // a halo where another line passes under it
		p.c.SetColor(color.White)
		for _, d := range [][2]float64{{-1, 0}, {1, 0}, {0, -1}, {0, 1}, {-0.7, -0.7}, {0.7, -0.7}, {-0.7, 0.7}, {0.7, 0.7}} {
			p.c.DrawStringAnchored(s, x+1.5*p.scale*d[0], y+1.5*p.scale*d[1], anchor, 0)
		}
	}
	p.c.SetColor(ink)
	p.c.DrawStringAnchored(s, x, y, anchor, 0)
	return nil
}

// colourOf reads "#rrggbb", "black" and "white"; anything else is no colour.
func colourOf(s string) (color.RGBA, bool) {
	switch s {
	case "black":
		s = "#000000"
	case "white":
		s = "#ffffff"
	}
	n, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32)
	if err != nil || len(s) != 7 || s[0] != '#' {
		return color.RGBA{}, false
	}
	return color.RGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 0xff}, true
}
