// Package figure holds pictures made of outlines and texts: shapes in points go
// in, an SVG file comes out, and back. It measures texts without asking the
// machine for fonts, so that a figure is laid out alike everywhere.
package figure

import "math"

// A Figure is a picture. Its origin is the upper left corner.
type Figure struct {
	Width, Height float64 // in points
	Title, About  string  // for those who cannot see it: a name and a sentence or two
	Background    string  // #rrggbb
	Font          string  // to ask for before those of Fonts; empty for none
	Items         []Item  // painted in this order
}

// An Item is a Group, a Path or a Text.
type Item interface{ item() }

// A Group is what stands for one thing. Groups hold no groups.
type Group struct {
	ID, Class string
	Tip       string // shown when the pointer rests on it
	Link      string // where a click leads to; empty for nowhere
	Items     []Item
}

// A Path is an outline, filled and stroked. No fill or stroke if that is empty.
type Path struct {
	Steps        []Step
	Fill, Stroke string // #rrggbb
	Width        float64
	Dash         []float64 // lengths of marks and gaps in turn; none for a solid line
}

// A Text is one line of text. Its base line begins, has its middle or ends at
// X, Y.
type Text struct {
	X, Y   float64
	Size   float64 // of the font, in points
	Anchor Anchor
	Bold   bool
	Fill   string // #rrggbb
	Halo   string // the colour that keeps it apart from what is under it; empty for none
	Text   string
}

// An Anchor says which part of a text is at its place.
type Anchor uint8

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

func (*Group) item() {}
func (*Path) item()  {}
func (*Text) item()  {}

// A Point is a place in points, to the right and down.
type Point struct{ X, Y float64 }

// A Step of an outline moves to a point, or draws a line or a curve to it.
type Step struct {
	Op byte     // 'M', 'L', 'C' or 'Z', as in SVG
	P  [3]Point // C: two control points and the end; M and L: the end first
}

// To returns the point where the step ends; of Z it means nothing.
func (s Step) To() Point {
	if s.Op == 'C' {
		return s.P[2]
	}
	return s.P[0]
}

// Move begins an outline.
func Move(x, y float64) Step { return Step{Op: 'M', P: [3]Point{{x, y}}} }

// Line draws a straight line.
func Line(x, y float64) Step { return Step{Op: 'L', P: [3]Point{{x, y}}} }

// Curve draws a cubic curve by two control points.
func Curve(x1, y1, x2, y2, x, y float64) Step {
	return Step{Op: 'C', P: [3]Point{{x1, y1}, {x2, y2}, {x, y}}}
}

// Close draws a line to where the outline began.
func Close() Step { return Step{Op: 'Z'} }

// Polygon returns a closed outline of straight lines through points given by
// their coordinates in turn.
func Polygon(xy ...float64) []Step {
	steps := []Step{Move(xy[0], xy[1])}
	for i := 2; i+1 < len(xy); i += 2 {
		steps = append(steps, Line(xy[i], xy[i+1]))
	}
	return append(steps, Close())
}

// arc is how far the control points of a quarter of a circle lie from its ends.
const arc = 0.5523

// Rounded returns a rectangle with round corners of radius r.
func Rounded(x, y, w, h, r float64) []Step {
	r = math.Min(r, math.Min(w, h)/2)
	k := r * (1 - arc)
	return []Step{Move(x+r, y), Line(x+w-r, y), Curve(x+w-k, y, x+w, y+k, x+w, y+r),
		Line(x+w, y+h-r), Curve(x+w, y+h-k, x+w-k, y+h, x+w-r, y+h),
		Line(x+r, y+h), Curve(x+k, y+h, x, y+h-k, x, y+h-r),
		Line(x, y+r), Curve(x, y+k, x+k, y, x+r, y), Close()}
}

// Ellipse returns an ellipse around a point.
func Ellipse(x, y, rx, ry float64) []Step {
	a, b := rx*arc, ry*arc
	return []Step{Move(x+rx, y), Curve(x+rx, y+b, x+a, y+ry, x, y+ry), Curve(x-a, y+ry, x-rx, y+b, x-rx, y),
		Curve(x-rx, y-b, x-a, y-ry, x, y-ry), Curve(x+a, y-ry, x+rx, y-b, x+rx, y), Close()}
}

// Flat returns the points of an outline with n straight pieces for each curve,
// for those who reckon with it.
func Flat(steps []Step, n int) []Point {
	var out []Point
	for _, s := range steps {
		switch {
		case s.Op == 'Z' && len(out) > 0:
			out = append(out, out[0])
		case s.Op == 'C' && len(out) > 0:
			from := out[len(out)-1]
			for i := 1; i <= n; i++ {
				out = append(out, bezier(from, s.P, float64(i)/float64(n)))
			}
		case s.Op != 'Z':
			out = append(out, s.To())
		}
	}
	return out
}

func bezier(a Point, p [3]Point, t float64) Point {
	u := 1 - t
	k := [4]float64{u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t}
	return Point{k[0]*a.X + k[1]*p[0].X + k[2]*p[1].X + k[3]*p[2].X, k[0]*a.Y + k[1]*p[0].Y + k[2]*p[1].Y + k[3]*p[2].Y}
}
