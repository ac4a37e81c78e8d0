// Package figuretest checks figures for tests: a figure goes in, what a reader
// would stumble over comes out.
package figuretest

import (
	"fmt"
	"math"
	"strings"

	"kg/internal/figure"
)

// A box is the extent of a text.
type box struct {
	left, top, right, bottom float64
	text, group              string
	node                     bool
}

// Illegible returns what makes a figure hard to read, in the order of its
// items: texts on other texts, texts outside of the picture or of the node they
// belong to, and lines through the text of a node or of another line's label.
func Illegible(f *figure.Figure) (faults []string) {
	texts := textsOf(f)
	for i, a := range texts {
		if a.left < 0 || a.top < 0 || a.right > f.Width || a.bottom > f.Height {
			faults = append(faults, fmt.Sprintf("%q lies outside of the picture", a.text))
		}
		for _, b := range texts[:i] {
			if a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom {
				faults = append(faults, fmt.Sprintf("%q lies on %q", a.text, b.text))
			}
		}
	}
	for _, x := range f.Items {
		g, ok := x.(*figure.Group)
		if !ok {
			continue
		}
		switch class, _, _ := strings.Cut(g.Class, " "); class {
		case "node":
			faults = append(faults, outside(g, texts)...)
		case "edge":
			faults = append(faults, through(g, texts)...)
		}
	}
	return faults
}

// textsOf returns the extents of all texts, a little smaller than they are, so
// that what touches does not lie on each other.
func textsOf(f *figure.Figure) (out []box) {
	add := func(x figure.Item, group string, node bool) {
		t, ok := x.(*figure.Text)
		if !ok || strings.TrimSpace(t.Text) == "" {
			return
		}
		w := figure.Width(t.Text, t.Size, t.Bold)
		left := t.X - w*[...]float64{figure.Start: 0, figure.Middle: 0.5, figure.End: 1}[t.Anchor]
		out = append(out, box{left + 0.5, t.Y - 0.7*t.Size, left + w - 0.5, t.Y + 0.15*t.Size, t.Text, group, node})
	}
	for _, x := range f.Items {
		if g, ok := x.(*figure.Group); ok {
			for _, y := range g.Items {
				add(y, g.ID+g.Class+g.Tip, strings.HasPrefix(g.Class, "node"))
			}
		}
		add(x, "", false)
	}
	return out
}

// outside reports texts of a node that its outline does not hold.
func outside(g *figure.Group, texts []box) (faults []string) {
	p, ok := g.Items[0].(*figure.Path)
	if !ok {
		return []string{"node " + g.ID + " has no outline"}
	}
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, q := range figure.Flat(p.Steps, 8) {
		left, top, right, bottom = min(left, q.X), min(top, q.Y), max(right, q.X), max(bottom, q.Y)
	}
	for _, t := range texts {
		if t.group == g.ID+g.Class+g.Tip && (t.left < left || t.right > right || t.top < top || t.bottom > bottom) {
			faults = append(faults, fmt.Sprintf("%q is larger than its node", t.text))
		}
	}
	return faults
}

// through reports texts of nodes that a line goes through.
func through(g *figure.Group, texts []box) (faults []string) {
	p, ok := g.Items[0].(*figure.Path)
	if !ok {
		return []string{"line " + g.ID + " is none"}
	}
	points := figure.Flat(p.Steps, 24)
	for _, t := range texts {
		if !t.node {
			continue
		}
		for i := 1; i < len(points); i++ {
			if crosses(points[i-1], points[i], t) {
				faults = append(faults, fmt.Sprintf("line %s goes through %q", g.ID, t.text))
				break
			}
		}
	}
	return faults
}

// crosses reports whether a straight line meets a box: the method of Liang and
// Barsky (1984).
func crosses(a, b figure.Point, t box) bool {
	lo, hi := 0.0, 1.0
	clip := func(d, low, high float64) bool {
		if d == 0 {
			return low <= 0 && high >= 0
		}
		u, v := low/d, high/d
		lo, hi = max(lo, min(u, v)), min(hi, max(u, v))
		return lo <= hi
	}
	return clip(b.X-a.X, t.left-a.X, t.right-a.X) && clip(b.Y-a.Y, t.top-a.Y, t.bottom-a.Y)
}

// Labels reports labels of lines that another line goes through.
func Labels(f *figure.Figure) (faults []string) {
	var labels []box
	for _, t := range textsOf(f) {
		if strings.Contains(t.group, "label") && !t.node {
			labels = append(labels, t)
		}
	}
	for _, x := range f.Items {
		if g, ok := x.(*figure.Group); ok && strings.HasPrefix(g.Class, "edge") {
			points := figure.Flat(g.Items[0].(*figure.Path).Steps, 24)
			for _, t := range labels {
				for i := 1; i < len(points); i++ {
					if crosses(points[i-1], points[i], t) {
						faults = append(faults, fmt.Sprintf("line %s goes through the label %q", g.ID, t.text))
						break
					}
				}
			}
		}
	}
	return faults
}
