package main

import (
	"bytes"
	"path/filepath"
	"testing"

	"kg/internal/figure"
	"kg/internal/figure/figuretest"
)

// TestPicturesOfArticlesAreLegible: in the diagram and the timeline of the
// examples, and of real articles where there are any, no text lies on another
// and no line goes through a text.
func TestPicturesOfArticlesAreLegible(t *testing.T) {
	dir := t.TempDir()
	for name, files := range map[string][]string{"examples": {"../../examples/talks"}, "articles": articles(t)} {
		g := filepath.Join(dir, name+".kg")
		kg(t, append([]string{"build", "-g", g, "--date", "2025-12-01"}, files...)...)
		for _, args := range [][]string{{"export"}, {"export", "--max", "60", "--theme", "dark"}, {"export", "--max", "12"}, {"timeline"}, {"timeline", "--all"}} {
			svg := kg(t, append(args, "-g", g, "-f", "svg")...)
			if again := kg(t, append(args, "-g", g, "-f", "svg")...); !bytes.Equal(svg, again) {
				t.Errorf("%s, %v: another picture of the same graph", name, args)
			}
			f, err := figure.ReadSVG(bytes.NewReader(svg))
			if err != nil {
				t.Fatal(err)
			}
			for _, fault := range append(figuretest.Illegible(f), figuretest.Labels(f)...) {
				t.Errorf("%s, %v: %s", name, args, fault)
			}
			if f.Width > 1700 {
				t.Errorf("%s, %v: %.0f points wide", name, args, f.Width)
			}
		}
	}
}
