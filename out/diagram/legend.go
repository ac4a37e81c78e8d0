package diagram

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"kg/internal/figure"
	"kg/schema"
)

const (
	legendSize = 10.0
	swatch     = 24.0 // width of a sample

	legendLeast = 420.0 // width of a picture with a legend
)

// A key is a sample with its meaning.
type key struct {
	text   string
	sample func(x, y float64) []figure.Item // around the middle of its left side
}

// legend explains shapes and lines below the diagram, and says what is left out.
func (p *drawing) legend() {
	if p.options.NoLegend || len(p.cards) == 0 {
		p.caption()
		return
	}
	p.f.Height += 22
	p.f.Width = math.Max(p.f.Width, legendLeast)
	p.add(&figure.Path{Steps: []figure.Step{figure.Move(0, p.f.Height-8), figure.Line(p.f.Width, p.f.Height-8)}, Stroke: mix(p.theme.ink, p.theme.paper, 0.8), Width: 0.8})
	types := map[string]bool{}
	for _, k := range p.cards {
		types[k.typ.Name] = true
	}
	p.keys(p.typeKeys(types))
	if !p.counted {
		p.keys(p.lineKeys())
	}
	p.caption()
}

// keys sets samples side by side, in as many rows as it takes.
func (p *drawing) keys(list []key) {
	x, y := 0.0, p.f.Height+9
	for _, k := range list {
		w := swatch + 6 + figure.Width(k.text, legendSize, false)
		if x > 0 && x+w > p.f.Width {
			x, y = 0, y+19
		}
		p.add(k.sample(x, y)...)
		p.add(&figure.Text{X: x + swatch + 6, Y: y + 3.5, Size: legendSize, Fill: p.theme.faint, Text: k.text})
		x += w + 16
	}
	p.f.Height = y + 10
}

// typeKeys has a sample of each type that is there.
func (p *drawing) typeKeys(there map[string]bool) (out []key) {
	for _, t := range p.view.graph.Schema().Types() {
		if !there[t.Name] {
			continue
		}
		l := p.look(t)
		out = append(out, key{strings.ToLower(t.Name), func(x, y float64) []figure.Item {
			return []figure.Item{&figure.Path{Steps: outline(l.shape, rect{x, y - 7, swatch, 14}), Fill: l.fill, Stroke: l.border, Width: 1.2}}
		}})
	}
	return out
}

// lineKeys has a sample of each way in which a line of the diagram is drawn.
func (p *drawing) lineKeys() (out []key) {
	used := map[schema.Modality]bool{}
	bare, wide := map[string]bool{}, false
	for _, l := range p.lines {
		used[l.modality()] = true
		wide = wide || l.sources() > 1
		for i := range l.edges {
			if e := &l.edges[i]; p.says(e) == "" {
				bare[e.Relation] = true
			}
		}
	}
	for m := schema.Asserted; m <= schema.Denied; m++ {
		if used[m] {
			colour := p.theme.faint
			if m == schema.Denied {
				colour = legible(deniedColour, p.theme.paper, 4.5)
			}
			out = append(out, key{m.String(), p.sampleLine(m, colour, 1.4)})
		}
	}
	if wide {
		out = append(out, key{"by several documents", p.sampleLine(schema.Asserted, p.theme.faint, 2.6)})
	}
	for _, r := range p.view.graph.Schema().Relations() {
		if bare[r.Name] {
			out = append(out, key{r.Says(schema.Asserted, ""), p.sampleLine(schema.Asserted, p.lineColour(r, schema.Asserted), 1.4)})
		}
	}
	if slices.ContainsFunc(p.cards, func(k *card) bool { return k.first }) {
		out = append(out, key{"leads the box", func(x, y float64) []figure.Item {
			return []figure.Item{&figure.Path{Steps: figure.Rounded(x+2, y-6, swatch-4, 12, 6), Stroke: p.theme.faint, Width: 2.6}}
		}})
	}
	return out
}

func (p *drawing) sampleLine(m schema.Modality, colour string, width float64) func(x, y float64) []figure.Item {
	return func(x, y float64) []figure.Item {
		end := figure.Point{X: x + swatch, Y: y}
		items := []figure.Item{&figure.Path{Steps: []figure.Step{figure.Move(x, y), figure.Line(end.X-headSize+1, y)}, Stroke: colour, Width: width, Dash: dashes[m-schema.Asserted]}}
		if m == schema.Denied {
			return append(items, &figure.Path{Steps: []figure.Step{figure.Move(end.X-headSize, y-5), figure.Line(end.X-headSize, y+5)}, Stroke: colour, Width: 2},
				&figure.Path{Steps: []figure.Step{figure.Move(end.X-headSize, y), figure.Line(end.X, y)}, Stroke: colour, Width: width})
		}
		return append(items, &figure.Path{Steps: figure.Polygon(end.X, y, end.X-headSize, y-3.2, end.X-headSize, y+3.2), Fill: colour})
	}
}

// caption says how much of the graph the diagram shows.
func (p *drawing) caption() {
	if p.counted {
		p.note(fmt.Sprintf("the %d largest communities among %d entities, named after their most connected members; lines count relations", len(p.cards), p.view.total))
		return
	}
	if shown, all := p.Cut(); shown < all {
		p.note(fmt.Sprintf("%d of %d entities: those with ", shown, all) + p.options.which())
	}
}

// note writes a row below all else.
func (p *drawing) note(text string) {
	p.f.Height += 18
	p.f.Width = math.Max(p.f.Width, figure.Width(text, legendSize, false))
	p.add(&figure.Text{Y: p.f.Height - 6, Size: legendSize, Fill: p.theme.faint, Text: text})
}

// which says what the entities of a diagram that is cut have in common.
func (o Options) which() string {
	if o.All {
		return "connections"
	}
	return "the most connections"
}
