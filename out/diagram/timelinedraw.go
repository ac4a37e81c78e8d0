package diagram

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"kg/graph"
	"kg/internal/figure"
	"kg/schema"
)

const (
	dateWidth  = 78.0
	laneWidth  = 88.0
	titleWidth = 430.0
	entryGap   = 14.0
	iconWidth  = 22.0
)

// A Timeline is a picture of what is dated in a graph.
type Timeline struct {
	d       *Diagram
	entries []*entry
	all     int
	lanes   []string // IDs of parties
	others  bool     // a last lane for all others
}

// NewTimeline chooses what a timeline of g shows: Options.Max rows, 60 if that is
// 0. The error names a theme that is not there.
func NewTimeline(g *graph.Graph, o Options) (*Timeline, error) {
	o = o.styled()
	boxed := o
	boxed.All = false // parties are boxes
	d, _, err := of(g, boxed, true, 0)
	if err != nil {
		return nil, err
	}
	t := &Timeline{d: d}
	t.entries = d.entries(d)
	t.all = len(t.entries)
	if !o.All {
		t.entries = chosen(t.entries, cmp.Or(o.Max, mostRows))
	}
	t.lanes, t.others = lanesOf(t.entries, mostLanes)
	return t, nil
}

// Cut returns how many rows the timeline shows and how many there are.
func (t *Timeline) Cut() (shown, all int) { return len(t.entries), t.all }

// Figure draws the timeline: a row for each entry, from the earliest to the
// latest, with a dot in the lane of each party that has to do with it. Nothing
// lies on anything else, however many there are.
func (t *Timeline) Figure() *figure.Figure {
	d := t.d
	g := &geometry{w: dateWidth + laneWidth*float64(t.columns()) + iconWidth + titleWidth}
	p := &drawing{Diagram: d, geo: g, f: &figure.Figure{Title: d.options.Title, About: t.about(), Background: d.theme.paper, Font: d.options.Style.fontAsked()}, dx: margin, dy: margin}
	if p.f.Title == "" {
		p.f.Title = "What happened when"
	}
	p.heading()
	y := t.header(p)
	top, last := y, ""
	for _, x := range t.entries {
		if last != "" && month(x.date) != month(last) {
			y += 4
			p.rule(y, g.w)
			y += 8
		}
		y = t.row(p, x, y, x.date != last)
		last = x.date
	}
	t.ground(p, top-6, y)
	p.f.Width, p.f.Height = g.w, y
	t.legend(p)
	p.finish()
	return p.f
}

func month(date string) string { return date[:min(7, len(date))] }

// columns counts the lanes.
func (t *Timeline) columns() int {
	if t.others {
		return len(t.lanes) + 1
	}
	return len(t.lanes)
}

func (p *drawing) rule(y, w float64) {
	p.add(&figure.Path{Steps: []figure.Step{figure.Move(0, y), figure.Line(w, y)}, Stroke: mix(p.theme.ink, p.theme.paper, 0.8), Width: 0.8})
}

// lane is the middle of the lane of a party.
func (t *Timeline) lane(party string) float64 {
	i := slices.Index(t.lanes, party)
	if i < 0 {
		i = len(t.lanes)
	}
	return dateWidth + laneWidth*(float64(i)+0.5)
}

// header writes the names of the parties above their lanes and returns where
// the rows begin.
func (t *Timeline) header(p *drawing) float64 {
	const h = 40
	for _, id := range t.lanes {
		k := p.at[id]
		l := p.look(k.typ)
		r := rect{t.lane(id) - laneWidth/2 + 4, 0, laneWidth - 8, h}
		group := &figure.Group{ID: id, Class: "node " + k.typ.Name, Tip: p.nodeTip(k.node), Link: p.nodeLink(k.node)}
		group.Items = append(group.Items, &figure.Path{Steps: outline(l.shape, r), Fill: l.fill, Stroke: l.border, Width: 1.2})
		rows := fit(k.node.Label, r.w-18, noteSize, true, 2)
		y := r.middle().Y + 3.5 - 6*float64(len(rows)-1)
		for _, text := range rows {
			group.Items = append(group.Items, &figure.Text{X: r.middle().X, Y: y, Size: noteSize, Anchor: figure.Middle, Bold: true, Fill: l.ink, Text: text})
			y += 12
		}
		p.add(group)
	}
	if t.others {
		p.add(&figure.Text{X: t.lane(""), Y: h/2 + 3, Size: noteSize, Anchor: figure.Middle, Fill: p.theme.faint, Text: "others"})
	}
	return h + 16
}

// ground paints the lanes behind all else.
func (t *Timeline) ground(p *drawing, top, bottom float64) {
	var stripes []figure.Item
	for i := range t.columns() {
		x := dateWidth + laneWidth*float64(i)
		stripes = append(stripes, &figure.Path{Steps: figure.Polygon(x+3, top, x+laneWidth-3, top, x+laneWidth-3, bottom, x+3, bottom), Fill: mix(p.theme.ink, p.theme.paper, 0.955)})
	}
	p.f.Items = append(stripes, p.f.Items...)
}

// row draws an entry and returns where the next one begins.
func (t *Timeline) row(p *drawing, x *entry, y float64, dated bool) float64 {
	size, isBold := nameSize, true
	if x.typ.Muted {
		size, isBold = 11, false
	}
	titles := fit(x.title, titleWidth, size, isBold, 2)
	var notes []string
	if len(x.notes) > 0 {
		notes = fit(strings.Join(x.notes, " · "), titleWidth, noteSize, false, 1)
	}
	middle := y + 0.6*size
	if dated {
		for i, text := range fit(strings.ReplaceAll(x.date, "/", " – "), dateWidth-8, noteSize, true, 2) {
			p.add(&figure.Text{Y: middle + 3.5 + 12*float64(i), Size: noteSize, Bold: true, Fill: p.theme.ink, Text: text})
		}
	}
	l := p.look(x.typ)
	group := t.group(p, x)
	group.Items = append(group.Items, t.dots(p, x, legible(l.border, p.theme.paper, 3), middle)...)
	left := dateWidth + laneWidth*float64(t.columns())
	shape := l.shape
	if shape == "plaintext" {
		shape = "box"
	}
	group.Items = append(group.Items, &figure.Path{Steps: outline(shape, rect{left, middle - 5, 15, 10}), Fill: l.fill, Stroke: l.border, Width: 1})
	for _, text := range titles {
		group.Items = append(group.Items, &figure.Text{X: left + iconWidth, Y: y + 0.92*size, Size: size, Bold: isBold, Fill: p.theme.ink, Text: text})
		y += 1.2 * size
	}
	for _, text := range notes {
		group.Items = append(group.Items, &figure.Text{X: left + iconWidth, Y: y + 0.92*noteSize, Size: noteSize, Fill: p.theme.faint, Text: text})
		y += 1.2 * noteSize
	}
	p.add(group)
	if dated && strings.Contains(x.date, "/") {
		y = math.Max(y, middle+22)
	}
	return y + entryGap
}

// group is what an entry's items belong to.
func (t *Timeline) group(p *drawing, x *entry) *figure.Group {
	g := &figure.Group{Class: "entry " + x.typ.Name}
	if x.node != nil {
		g.ID, g.Tip, g.Link = "t-"+x.node.ID, p.nodeTip(x.node), p.nodeLink(x.node)
	}
	if len(x.edges) > 0 {
		l := line{x.edges}
		g.Tip, g.Link = strings.TrimSpace(g.Tip+"\n"+p.lineTip(l)), p.lineLink(l)
		if x.node == nil {
			g.ID = x.edges[0].ID
		}
	}
	return g
}

// dots marks the lanes of an entry and joins the marks.
func (t *Timeline) dots(p *drawing, x *entry, colour string, y float64) (out []figure.Item) {
	if len(x.marks) == 0 {
		return nil
	}
	left, right, surest := math.Inf(1), math.Inf(-1), schema.Denied
	for _, m := range x.marks {
		left, right, surest = min(left, t.lane(m.party)), max(right, t.lane(m.party)), min(surest, m.modality)
	}
	end := dateWidth + laneWidth*float64(t.columns())
	if left < right {
		out = append(out, &figure.Path{Steps: []figure.Step{figure.Move(left, y), figure.Line(right, y)}, Stroke: colour, Width: 2, Dash: dashes[surest-schema.Asserted]})
	}
	out = append(out, &figure.Path{Steps: []figure.Step{figure.Move(right, y), figure.Line(end-3, y)}, Stroke: mix(colour, p.theme.paper, 0.6), Width: 0.7})
	for _, m := range x.marks {
		out = append(out, p.markOf(m.modality, colour, t.lane(m.party), y)...)
	}
	return out
}

// markOf is a dot: full if something is asserted, hollow if it is planned,
// hollow and dotted if possible, a cross if denied.
func (p *drawing) markOf(m schema.Modality, colour string, x, y float64) []figure.Item {
	const r = 5.5
	dot := &figure.Path{Steps: figure.Ellipse(x, y, r, r), Fill: p.theme.paper, Stroke: colour, Width: 2}
	switch m {
	case schema.Asserted:
		dot.Fill = colour
	case schema.Planned:
		dot.Dash = []float64{3, 2.4}
	case schema.Possible:
		dot.Dash = []float64{0.5, 3}
	default:
		red := legible(deniedColour, p.theme.paper, 4.5)
		dot.Stroke = p.theme.paper
		return []figure.Item{dot, &figure.Path{Steps: []figure.Step{figure.Move(x-4, y-4), figure.Line(x+4, y+4), figure.Move(x-4, y+4), figure.Line(x+4, y-4)}, Stroke: red, Width: 2.2}}
	}
	return []figure.Item{dot}
}

// legend explains marks and types.
func (t *Timeline) legend(p *drawing) {
	if !p.options.NoLegend && len(t.entries) > 0 {
		p.f.Height += 22
		p.rule(p.f.Height-8, p.f.Width)
		used, types := map[schema.Modality]bool{}, map[string]bool{}
		for _, x := range t.entries {
			types[x.typ.Name] = true
			for _, m := range x.marks {
				used[m.modality] = true
			}
		}
		p.keys(append(p.markKeys(used), p.typeKeys(types)...))
	}
	if shown, all := t.Cut(); shown < all {
		p.note(fmt.Sprintf("%d of %d dated events and relations", shown, all))
	}
}

func (p *drawing) markKeys(used map[schema.Modality]bool) (out []key) {
	for m := schema.Asserted; m <= schema.Denied; m++ {
		if used[m] {
			out = append(out, key{m.String(), func(x, y float64) []figure.Item { return p.markOf(m, p.theme.faint, x+swatch/2, y) }})
		}
	}
	return out
}

// about describes the timeline to those who cannot see it.
func (t *Timeline) about() string {
	s := fmt.Sprintf("A timeline of %d dated events and relations.", len(t.entries))
	if len(t.entries) > 0 {
		s += " The first is of " + t.entries[0].date + ", the last of " + t.entries[len(t.entries)-1].date + "."
	}
	var names []string
	for _, id := range t.lanes {
		names = append(names, visible(t.d.at[id].node.Label))
	}
	if len(names) > 0 {
		s += " It has lanes for " + shorten(strings.Join(names, ", "), 400) + "."
	}
	return s
}
