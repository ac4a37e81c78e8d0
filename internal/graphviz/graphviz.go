// Package graphviz lays out diagrams in this process: DOT goes in, the places
// of its nodes and lines come out. Importing it compiles the layout program when
// the process starts, which takes half a second, or a few hundredths where the
// user's temporary folder holds it already; programs that need not lay out
// should call package render instead.
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

// Engines are the layout programs that Layout knows: "dot" for layers, "sfdp"
// and "twopi" for graphs too large for it.
var Engines = []string{"dot", "sfdp", "twopi"}

// ErrDOT says that the input is not DOT.
var ErrDOT = errors.New("not a graph in the DOT language")

// one keeps to one layout at a time: the library has one memory for all.
var one sync.Mutex

// Layout returns the layout of a graph in the DOT language, as Graphviz' JSON.
// Only one layout is made at a time; others wait. ctx can end the wait, but not
// the layout: one that has begun can only be stopped by ending the process.
func Layout(ctx context.Context, dot []byte, engine string) ([]byte, error) {
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
	defer g.Close() // reports errors of earlier calls, as all of the library does
	// The library stops for good if a context that it has seen ends.
	whole := context.WithoutCancel(ctx)
	v, err := lib.New(whole)
	if err != nil {
		return nil, err
	}
	defer v.Close()
	var b bytes.Buffer
	err = v.SetLayout(lib.Layout(engine)).Render(whole, g, "json0", &b)
	if !bytes.HasSuffix(bytes.TrimSpace(b.Bytes()), []byte("}")) { // a whole layout may come with warnings
		return nil, cmp.Or(err, errors.New("the layout program laid out nothing"))
	}
	return b.Bytes(), nil
}
