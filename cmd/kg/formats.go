package main

import (
	"strings"
	"text/tabwriter"

	"kg/out"
)

// listFormats prints the formats as a table.
func (x *exporter) listFormats() error {
	t := tabwriter.NewWriter(x.stdout, 0, 0, 2, ' ', 0)
	row := func(cells ...string) { t.Write([]byte(strings.Join(cells, "\t") + "\n")) }
	row("FORMAT", "KEEPS", "READ BY", "WHAT")
	for _, f := range out.Formats() {
		about := f.About
		if len(f.Profiles) > 0 {
			about += "; profiles: " + strings.Join(f.Profiles, ", ")
		}
		row(f.Name, f.Keeps, f.Readers, about)
	}
	return t.Flush()
}

// profiles names the profiles of all formats that have any.
func profiles() string {
	var list []string
	for _, f := range out.Formats() {
		if len(f.Profiles) > 0 {
			list = append(list, f.Name+": "+strings.Join(f.Profiles, ", "))
		}
	}
	return strings.Join(list, "; ")
}
