// Package graphviz lays out and draws diagrams in this process: DOT goes in, a
// picture comes out. Importing it compiles the layout program when the process
// starts, which takes half a second, or a few hundredths where the user's
// temporary folder holds it already; programs that need not draw should call
// package render instead.
package graphviz

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	lib "github.com/goccy/go-graphviz"
)

// Formats are the picture formats that Draw knows.
var Formats = []string{"svg", "png"}

// Engines are the layout programs that Draw knows: "dot" for layers, "sfdp" and
// "twopi" for graphs too large for it.
var Engines = []string{"dot", "sfdp", "twopi"}

// ErrDOT says that the input is not DOT.
var ErrDOT = errors.New("not a graph in the DOT language")

// one keeps to one drawing at a time: the library has one memory for all.
var one sync.Mutex

// Draw returns the picture of a graph in the DOT language. Only one drawing is
// made at a time; others wait. ctx can end the wait, but not the drawing: a
// layout that has begun can only be stopped by ending the process.
func Draw(ctx context.Context, dot []byte, format, engine string) ([]byte, error) {
	if !slices.Contains(Formats, format) {
		return nil, fmt.Errorf("unknown picture format %q; there are %s", format, strings.Join(Formats, " and "))
	}
	if !slices.Contains(Engines, engine) {
		return nil, fmt.Errorf("unknown engine %q; there are %s", engine, strings.Join(Engines, ", "))
	}
	one.Lock()
	defer one.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	g, err := lib.ParseBytes(dot)
	if err != nil {
		return nil, fmt.Errorf("%w: %s", ErrDOT, strings.TrimSpace(err.Error()))
	}
	if g == nil {
		return nil, fmt.Errorf("%w: it is empty", ErrDOT)
	}
	defer g.Close()      // reports errors of earlier calls, as all of the library does
	if engine != "dot" { // other overlaps and curves take minutes here
		g.SafeSet("overlap", "scale", "")
		g.SafeSet("splines", "line", "")
	}
	// The library stops for good if a context that it has seen ends.
	whole := context.WithoutCancel(ctx)
	v, err := lib.New(whole)
	if err != nil {
		return nil, err
	}
	defer v.Close()
	var b bytes.Buffer
	err = v.SetLayout(lib.Layout(engine)).Render(whole, g, lib.SVG, &b)
	if !bytes.HasSuffix(bytes.TrimSpace(b.Bytes()), []byte("</svg>")) { // a whole picture may come with warnings
		return nil, cmp.Or(err, errors.New("the layout program drew nothing"))
	}
	if format == "png" {
		return rasterise(b.Bytes())
	}
	return halo(b.Bytes()), nil
}

// halo keeps labels of lines legible where another line passes under them.
func halo(svg []byte) []byte {
	const style = "<style>.edge text { stroke: #ffffff; stroke-width: 3px; stroke-linejoin: round; paint-order: stroke; }</style>\n"
	return bytes.Replace(svg, []byte("<g id=\"graph0\""), []byte(style+"<g id=\"graph0\""), 1)
}
