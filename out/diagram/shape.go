package diagram

import (
	"math"

	"kg/internal/figure"
)

// A rect is a rectangle by its upper left corner and its extent.
type rect struct{ x, y, w, h float64 }

func (r rect) right() float64  { return r.x + r.w }
func (r rect) bottom() float64 { return r.y + r.h }
func (r rect) middle() figure.Point {
	return figure.Point{X: r.x + r.w/2, Y: r.y + r.h/2}
}

// A padding lies between an outline and the text in it.
type padding struct{ x, y float64 }

// paddingOf is what a shape needs around a text.
func paddingOf(shape string) padding {
	switch shape {
	case "hexagon", "diamond", "septagon":
		return padding{16, 6}
	case "octagon", "cds", "house":
		return padding{14, 5}
	case "folder", "tab":
		return padding{10, 8}
	case "plaintext":
		return padding{4, 3}
	}
	return padding{10, 5}
}

// outlines draw the shapes of the schema within a rectangle; what is not here
// is a box. The sides stay upright in the middle, where lines arrive.
var outlines = map[string]func(r rect) []figure.Step{
	"ellipse":   pill,
	"oval":      pill,
	"octagon":   func(r rect) []figure.Step { return bevelled(r, 8, 8) },
	"hexagon":   func(r rect) []figure.Step { return bevelled(r, 10, r.h/2) },
	"diamond":   func(r rect) []figure.Step { return bevelled(r, 14, r.h/2) },
	"septagon":  func(r rect) []figure.Step { return roofed(r, 14) },
	"house":     func(r rect) []figure.Step { return roofed(r, 8) },
	"note":      note,
	"folder":    folder,
	"tab":       folder,
	"cds":       sign,
	"component": func(r rect) []figure.Step { return figure.Rounded(r.x, r.y, r.w, r.h, 3) },
}

// outline is the outline of a shape.
func outline(shape string, r rect) []figure.Step {
	if f, ok := outlines[shape]; ok {
		return f(r)
	}
	return box(r)
}

func box(r rect) []figure.Step {
	return figure.Polygon(r.x, r.y, r.right(), r.y, r.right(), r.bottom(), r.x, r.bottom())
}

func pill(r rect) []figure.Step {
	return figure.Rounded(r.x, r.y, r.w, r.h, math.Min(r.h/2, 14))
}

// bevelled cuts the corners of a box.
func bevelled(r rect, dx, dy float64) []figure.Step {
	dx, dy = math.Min(dx, r.w/3), math.Min(dy, r.h/2)
	return figure.Polygon(r.x+dx, r.y, r.right()-dx, r.y, r.right(), r.y+dy, r.right(), r.bottom()-dy,
		r.right()-dx, r.bottom(), r.x+dx, r.bottom(), r.x, r.bottom()-dy, r.x, r.y+dy)
}

// roofed cuts the upper corners of a box.
func roofed(r rect, d float64) []figure.Step {
	d = math.Min(d, r.h/2)
	return figure.Polygon(r.x+d, r.y, r.right()-d, r.y, r.right(), r.y+d, r.right(), r.bottom(), r.x, r.bottom(), r.x, r.y+d)
}

// note folds the upper right corner of a sheet over.
func note(r rect) []figure.Step {
	d := math.Min(8, r.h/2)
	return []figure.Step{figure.Move(r.x, r.y), figure.Line(r.right()-d, r.y), figure.Line(r.right(), r.y+d), figure.Line(r.right(), r.bottom()),
		figure.Line(r.x, r.bottom()), figure.Close(), figure.Move(r.right()-d, r.y), figure.Line(r.right()-d, r.y+d), figure.Line(r.right(), r.y+d)}
}

// folder puts a tab on a box.
func folder(r rect) []figure.Step {
	w, h := math.Min(28, r.w/2), math.Min(4, r.h/4)
	return figure.Polygon(r.x, r.y, r.x+w-h, r.y, r.x+w, r.y+h, r.right(), r.y+h, r.right(), r.bottom(), r.x, r.bottom())
}

// sign points to the right.
func sign(r rect) []figure.Step {
	return figure.Polygon(r.x, r.y, r.right()-8, r.y, r.right(), r.y+r.h/2, r.right()-8, r.bottom(), r.x, r.bottom())
}

// inset is how far the outline of a shape lies within its left or right side
// at the height y.
func inset(shape string, r rect, y float64, right bool) float64 {
	corner := func(dx, dy float64) float64 { // cut from top and bottom
		dy = math.Min(dy, r.h/2)
		edge := math.Min(y-r.y, r.bottom()-y)
		return math.Max(0, dx*(1-edge/dy))
	}
	switch shape {
	case "hexagon":
		return corner(10, r.h/2)
	case "diamond":
		return corner(14, r.h/2)
	case "octagon":
		return corner(8, 8)
	case "cds":
		if right {
			return 8 * math.Abs(y-r.middle().Y) / (r.h / 2)
		}
	case "ellipse", "oval":
		radius := math.Min(r.h/2, 14)
		if edge := math.Min(y-r.y, r.bottom()-y); edge < radius {
			return radius - math.Sqrt(math.Max(0, radius*radius-(radius-edge)*(radius-edge)))
		}
	}
	return 0
}
