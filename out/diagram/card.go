package diagram

import (
	"math"
	"strconv"
	"strings"

	"kg/internal/figure"
)

const (
	nameSize = 12.0 // of fonts, in points
	noteSize = 10.0
	lineSize = 9.5

	nameWidth = 132.0 // of rows of text at most, in points
	noteWidth = 140.0

	mostNames = 4 // rows in a card
	mostNotes = 3
)

func itoa(n int) string { return strconv.Itoa(n) }

// A row is a line of text in a card.
type row struct {
	text string
	size float64
	bold bool
}

func (r row) width() float64  { return figure.Width(r.text, r.size, r.bold) }
func (r row) height() float64 { return r.size * 1.2 }

// rows are what is written in a card: its name, then what there is to note.
func (k *card) rows(scale float64) (out []row) {
	label, isBold, size := k.node.Label, true, nameSize
	if k.typ.Muted {
		isBold, size = false, noteSize
		if k.node.Text != "" && !strings.ContainsAny(label, "“\"") {
			label = "“" + label + "”"
		}
	}
	for _, text := range fit(label, nameWidth, size, isBold, mostNames) {
		out = append(out, row{text, size * scale, isBold})
	}
	notes := k.notes
	if d := k.node.Date; d != "" && !strings.Contains(label, d) {
		notes = append([]string{d}, notes...)
	}
	var small []string
	for _, n := range notes {
		small = append(small, fit(n, noteWidth, noteSize, false, 2)...)
	}
	if len(small) > mostNotes {
		small = append(small[:mostNotes-1], "…")
	}
	if k.list != nil {
		small = nil
		for _, name := range k.list {
			small = append(small, fit(name, noteWidth, noteSize, false, 1)...)
		}
	}
	for _, text := range small {
		out = append(out, row{text, noteSize * scale, false})
	}
	return out
}

// size returns the extent that a card needs for its rows.
func (k *card) size(rows []row, shape string) (w, h float64) {
	for _, r := range rows {
		w = math.Max(w, r.width())
		h += r.height()
	}
	p := paddingOf(shape)
	return math.Max(w, 16) + 2*p.x, math.Max(h, 12) + 2*p.y
}

// fit breaks s into up to most rows of a width in points; what does not fit is
// cut with an ellipsis, within words too.
func fit(s string, width, size float64, isBold bool, most int) []string {
	wide := func(t string) bool { return figure.Width(t, size, isBold) > width }
	var rows []string
	current := ""
	for w := range strings.FieldsSeq(visible(s)) {
		for wide(w) { // scripts without spaces, and worse
			head := cut(w, func(t string) bool { return !wide(t) })
			if current != "" {
				rows, current = append(rows, current), ""
			}
			rows, w = append(rows, head), w[len(head):]
			if len(rows) > most {
				break
			}
		}
		switch {
		case w == "":
		case current == "":
			current = w
		case !wide(current + " " + w):
			current += " " + w
		default:
			rows, current = append(rows, current), w
		}
		if len(rows) > most {
			break
		}
	}
	if current != "" || rows == nil {
		rows = append(rows, current)
	}
	if len(rows) > most {
		rows = rows[:most]
		last := rows[most-1]
		rows[most-1] = cut(last, func(t string) bool { return !wide(t + "…") }) + "…"
	}
	return rows
}

// cut returns the longest beginning of s that is right, at least one character.
func cut(s string, right func(string) bool) string {
	end := 0
	for i, r := range s {
		next := i + len(string(r))
		if end > 0 && !right(s[:next]) {
			break
		}
		end = next
	}
	return s[:min(end, len(s))]
}
