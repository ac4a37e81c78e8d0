package figure

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// ReadSVG reads what WriteSVG writes, and no other SVG: what it does not know
// is an error. Title and description of groups, and links, are read too.
func ReadSVG(r io.Reader) (*Figure, error) {
	s := &svgReader{xml: xml.NewDecoder(r)}
	for {
		token, err := s.xml.Token()
		switch {
		case err == io.EOF && s.figure == nil:
			return nil, errors.New("not an SVG picture: it is empty")
		case err == io.EOF:
			s.unpaper()
			return s.figure, nil
		case err != nil:
			return nil, fmt.Errorf("not an SVG picture: %w", err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			err = s.element(x)
		case xml.EndElement:
			if x.Name.Local == "g" {
				s.group = nil
			}
		}
		if err != nil {
			line, _ := s.xml.InputPos()
			return nil, fmt.Errorf("line %d: <%s>: %w", line, token.(xml.StartElement).Name.Local, err)
		}
	}
}

type svgReader struct {
	xml    *xml.Decoder
	figure *Figure
	group  *Group
}

func (s *svgReader) element(e xml.StartElement) error {
	a := attributes{}
	for _, x := range e.Attr {
		a[x.Name.Local] = x.Value
	}
	if e.Name.Local == "svg" {
		s.figure = &Figure{}
		return errors.Join(a.number("width", &s.figure.Width), a.number("height", &s.figure.Height))
	}
	if s.figure == nil {
		return errors.New("it is no <svg>")
	}
	switch e.Name.Local {
	case "g":
		s.group = &Group{ID: a["id"], Class: a["class"]}
		s.figure.Items = append(s.figure.Items, s.group)
	case "a":
		if s.group != nil {
			s.group.Link = a["href"]
		}
	case "title", "desc":
		return s.title(e)
	case "path":
		return s.path(a)
	case "text":
		return s.text(a, e)
	default:
		return errors.New("it is not one of those that kg writes")
	}
	return nil
}

func (s *svgReader) title(e xml.StartElement) error {
	into := &s.figure.Title
	if s.group != nil {
		into = &s.group.Tip
	} else if e.Name.Local == "desc" {
		into = &s.figure.About
	}
	return s.xml.DecodeElement(into, &e)
}

func (s *svgReader) add(x Item) {
	if s.group != nil {
		s.group.Items = append(s.group.Items, x)
	} else {
		s.figure.Items = append(s.figure.Items, x)
	}
}

func (s *svgReader) path(a attributes) (err error) {
	p := &Path{Fill: a.colour("fill"), Stroke: a.colour("stroke")}
	if p.Steps, err = steps(a["d"]); err != nil {
		return err
	}
	if p.Stroke != "" {
		err = a.number("stroke-width", &p.Width)
	}
	if dash := a["stroke-dasharray"]; dash != "" {
		for f := range strings.SplitSeq(dash, ",") {
			d, bad := number(f)
			p.Dash, err = append(p.Dash, d), errors.Join(err, bad)
		}
	}
	s.add(p)
	return err
}

func (s *svgReader) text(a attributes, e xml.StartElement) error {
	t := &Text{Fill: a.colour("fill"), Halo: a.colour("stroke"), Bold: a["font-weight"] == "bold"}
	for i, name := range anchors {
		if name == a["text-anchor"] {
			t.Anchor = Anchor(i)
		}
	}
	s.add(t)
	return errors.Join(a.number("x", &t.X), a.number("y", &t.Y), a.number("font-size", &t.Size), s.xml.DecodeElement(&t.Text, &e))
}

// unpaper takes out the background that the writer painted first.
func (s *svgReader) unpaper() {
	if len(s.figure.Items) > 0 {
		if p, ok := s.figure.Items[0].(*Path); ok {
			s.figure.Background, s.figure.Items = p.Fill, s.figure.Items[1:]
		}
	}
}

type attributes map[string]string

func (a attributes) number(name string, into *float64) (err error) {
	if *into, err = number(a[name]); err != nil {
		return fmt.Errorf("%s %w", name, err)
	}
	return nil
}

// number reads a number that can be drawn: of what is no number, or beyond all
// paper, painters make a picture without an error, or panic.
func number(text string) (float64, error) {
	f, err := strconv.ParseFloat(text, 64)
	if err != nil || !(math.Abs(f) <= 1e9) {
		return 0, fmt.Errorf("%q is no number", text)
	}
	return f, nil
}

func (a attributes) colour(name string) string {
	if a[name] == "none" {
		return ""
	}
	return a[name]
}

// steps reads the data of a path.
func steps(d string) (out []Step, err error) {
	for d != "" {
		s := Step{Op: d[0]}
		n, ok := map[byte]int{'M': 1, 'L': 1, 'C': 3, 'Z': 0}[s.Op]
		if !ok {
			return nil, fmt.Errorf("path data %.20q", d)
		}
		end := strings.IndexAny(d[1:], "MLCZ") + 1
		if end == 0 {
			end = len(d)
		}
		points := strings.Fields(d[1:end])
		if len(points) != n {
			return nil, fmt.Errorf("path data %.20q", d)
		}
		for i, text := range points {
			x, y, _ := strings.Cut(text, ",")
			var err1, err2 error
			s.P[i].X, err1 = number(x)
			s.P[i].Y, err2 = number(y)
			if err1 != nil || err2 != nil {
				return nil, fmt.Errorf("path data %.20q", d)
			}
		}
		out, d = append(out, s), d[end:]
	}
	return out, nil
}
