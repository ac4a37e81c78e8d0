package diagram

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kg/graph"
	"kg/internal/figure"
	"kg/schema"
)

// A reading is what a line says of some of its edges, with their dates.
type reading struct {
	says  string
	dates []string
}

// readings tell a line: each relation once, with the dates that are not told by
// the nodes. What is reported as done is not told as planned or possible too.
func (d *Diagram) readings(l line) []reading {
	if d.counted {
		return []reading{{says: itoa(len(l.edges)) + "×"}}
	}
	var out []reading
	for i := range l.edges {
		e := &l.edges[i]
		if l.done(i) {
			continue
		}
		says, date := d.says(e), e.Date
		if d.dated(e.From, date) || d.dated(e.To, date) || d.relation(e).Lasting && e.Modality == schema.Asserted {
			date = ""
		}
		k := slices.IndexFunc(out, func(r reading) bool { return r.says == says })
		if k < 0 {
			k = len(out)
			out = append(out, reading{says: says})
		}
		if date != "" && !slices.Contains(out[k].dates, date) {
			out[k].dates = append(out[k].dates, date)
		}
	}
	var all []string
	for _, r := range out {
		all = append(all, r.says)
	}
	return slices.DeleteFunc(out, func(r reading) bool { return len(r.dates) == 0 && (r.says == "" || toldBetter(r.says, all)) })
}

// says is the reading of an edge, empty if the line alone says it.
func (d *Diagram) says(e *graph.Edge) string {
	r := d.relation(e)
	switch says := cmp.Or(d.options.Style.relation(r.Name).Label, r.Says(e.Modality, e.Role)); {
	case e.Modality == schema.Denied:
		return "× " + says
	case r.Drawn == schema.Bare && !d.options.All:
		return ""
	default:
		return says
	}
}

// toldBetter reports whether another row holds all of says, as "Special Envoy"
// does of "envoy".
func toldBetter(says string, rows []string) bool {
	return slices.ContainsFunc(rows, func(row string) bool {
		return len(row) > len(says) && strings.Contains(strings.ToLower(row), strings.ToLower(says))
	})
}

func (d *Diagram) dated(id, date string) bool {
	n, ok := d.view.graph.Node(id)
	return ok && n.Date == date
}

// labelRows has a row for each reading and one for its dates.
func (d *Diagram) labelRows(l line) (rows []string) {
	for _, r := range d.readings(l) {
		if r.says != "" {
			rows = append(rows, strings.Split(Wrap(r.says, 24, 3), "\n")...)
		}
		if len(r.dates) > 0 {
			rows = append(rows, shorten(strings.Join(r.dates, ", "), 34))
		}
	}
	return rows
}

// labelOnOneRow has all readings one after the other, cut to what there is room
// for; none if there are none.
func (d *Diagram) labelOnOneRow(l line) []string {
	var parts []string
	for _, r := range d.readings(l) {
		parts = append(parts, strings.TrimSpace(r.says+" "+strings.Join(r.dates, ", ")))
	}
	if parts == nil {
		return nil
	}
	return fit(strings.Join(parts, " · "), labelMost, lineSize, false, 1)
}

// lineTip says what a line stands for and quotes up to three places.
func (d *Diagram) lineTip(l line) string {
	if d.options.NoTooltips {
		return ""
	}
	var quotes []string
	more := 0
	for _, e := range l.edges {
		for _, x := range e.Evidence {
			q := "“" + shorten(x.Text, 300) + "” — " + x.Doc
			switch {
			case slices.Contains(quotes, q):
			case len(quotes) < 3:
				quotes = append(quotes, q)
			default:
				more++
			}
		}
	}
	if more > 0 {
		quotes = append(quotes, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(quotes, "\n")
}

// nodeTip is the full label, type, names and words of a node.
func (d *Diagram) nodeTip(n *graph.Node) string {
	if d.options.NoTooltips {
		return ""
	}
	tip := n.Label + " (" + n.Type + ")"
	if len(n.Aliases) > 0 {
		tip += "\n" + shorten(strings.Join(n.Aliases, "; "), 300)
	}
	if n.Text != "" {
		tip += "\n" + quoted(n.Text, 600)
	}
	return tip + d.words(n.ID)
}

const mostWords = 3 // statements in a tooltip

// words are what a node is quoted with that has no node in the diagram.
func (d *Diagram) words(id string) string {
	tip, n := "", 0
	for _, e := range d.view.whole.EdgesOf(id) {
		to, _ := d.view.whole.Node(e.To)
		if _, shown := d.view.graph.Node(e.To); e.From != id || to.Text == "" || shown || d.relation(&e).Aside {
			continue
		}
		if n++; n > mostWords {
			return tip + "\n…"
		}
		tip += "\n" + quoted(to.Text, 200)
	}
	return tip
}

func quoted(text string, most int) string {
	if strings.ContainsAny(text, "“”\"") {
		return shorten(text, most)
	}
	return "“" + shorten(text, most) + "”"
}

func labelWidth(rows []string) (w float64) {
	for _, r := range rows {
		w = max(w, figure.Width(r, lineSize, false))
	}
	return w
}
