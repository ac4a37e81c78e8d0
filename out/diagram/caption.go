package diagram

import (
	"fmt"
	"strings"

	"kg/schema"
)

// caption writes the title, what is left out, and the legend as the label of
// the whole diagram, so that they take no part in the layout.
func (d *dotWriter) caption() {
	o := d.options
	var rows []string
	if o.Title != "" {
		rows = append(rows, `<TR><TD ALIGN="CENTER"><FONT POINT-SIZE="16">`+html(o.Title)+`</FONT></TD></TR>`)
	}
	if !o.NoLegend && len(d.cards) > 0 {
		rows = append(rows, d.legend(), lineLegend)
	}
	if shown, all := d.Cut(); shown < all {
		rows = append(rows, fmt.Sprintf(`<TR><TD>%d of %d entities</TD></TR>`, shown, all))
	}
	if rows == nil {
		return
	}
	d.WriteString("  labelloc=\"b\";\n  label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"3\">\n    " +
		strings.Join(rows, "\n    ") + "\n  </TABLE>>;\n")
}

// legend is a row with a swatch for each type in the view.
func (d *dotWriter) legend() string {
	present := map[string]bool{}
	for _, n := range d.view.graph.Nodes() {
		present[n.Type] = true
	}
	var cells strings.Builder
	for _, t := range d.view.graph.Schema().Types() {
		if l := d.look(t); present[t.Name] {
			fmt.Fprintf(&cells, `<TD BORDER="1" COLOR="%s" BGCOLOR="%s"><FONT COLOR="%s">%s</FONT></TD>`, l.border, l.fill, l.ink, html(t.Name))
		}
	}
	return `<TR><TD><TABLE BORDER="0" CELLBORDER="0" CELLSPACING="4" CELLPADDING="3"><TR>` + cells.String() + `</TR></TABLE></TD></TR>`
}

var lineLegend = `<TR><TD>lines: solid ` + schema.Asserted.String() + `, dashed ` + schema.Planned.String() + `, dotted ` + schema.Possible.String() +
	`, <FONT COLOR="` + deniedColour + `">× ` + schema.Denied.String() + `</FONT></TD></TR>`

var htmlEscape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", " ")

func html(s string) string { return htmlEscape.Replace(visible(s)) }
