package graphviz

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"image"
	_ "image/png"
	"io"
	"strings"
	"sync"
	"testing"
)

const small = `digraph { a [label="A & <B>", shape=note, style=filled, fillcolor="#ff0000"]; a -> b [label="x", style=dashed]; b [shape=hexagon] }`

func TestDrawSVG(t *testing.T) {
	for _, engine := range Engines {
		svg, err := Draw(t.Context(), []byte(small), "svg", engine)
		if err != nil {
			t.Fatal(engine, err)
		}
		if n := count(t, svg, "g", "node"); n != 2 {
			t.Errorf("%s: %d nodes", engine, n)
		}
		if !bytes.Contains(svg, []byte("paint-order: stroke")) {
			t.Errorf("%s: labels of lines have no halo", engine)
		}
		if n := count(t, svg, "g", "edge"); n != 1 {
			t.Errorf("%s: %d edges", engine, n)
		}
	}
}

// count counts elements of a class and fails if svg is not well formed.
func count(t *testing.T, svg []byte, name, class string) int {
	t.Helper()
	n := 0
	for d := xml.NewDecoder(bytes.NewReader(svg)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return n
		}
		if err != nil {
			t.Fatal(err)
		}
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == name {
			for _, a := range e.Attr {
				if a.Name.Local == "class" && strings.Fields(a.Value)[0] == class {
					n++
				}
			}
		}
	}
}

func TestDrawPNG(t *testing.T) {
	data, err := Draw(t.Context(), []byte(small), "png", "dot")
	if err != nil {
		t.Fatal(err)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	reds, darks, total := 0, 0, img.Bounds().Dx()*img.Bounds().Dy()
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			switch r, g, b, _ := img.At(x, y).RGBA(); {
			case r>>8 == 255 && g == 0 && b == 0:
				reds++
			case r>>8 < 60 && g>>8 < 60 && b>>8 < 60:
				darks++
			}
		}
	}
	if reds < total/20 {
		t.Errorf("the filled node covers %d of %d pixels", reds, total)
	}
	if darks == 0 || darks > total/10 { // a line that is filled would be much
		t.Errorf("lines and letters cover %d of %d pixels", darks, total)
	}
}

func TestDrawErrors(t *testing.T) {
	for _, c := range []struct{ dot, format, engine, want string }{
		{"digraph { a -> ", "svg", "dot", "not a graph in the DOT language: syntax error in line 1"},
		{"", "svg", "dot", "not a graph in the DOT language"},
		{small, "bmp", "dot", `unknown picture format "bmp"`},
		{small, "svg", "circo", `unknown engine "circo"`},
	} {
		_, err := Draw(t.Context(), []byte(c.dot), c.format, c.engine)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %s", err, c.want)
		}
		if strings.HasPrefix(c.want, "not a graph") != errors.Is(err, ErrDOT) {
			t.Errorf("%v: ErrDOT", err)
		}
	}
	over, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Draw(over, []byte(small), "svg", "dot"); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if _, err := Draw(t.Context(), []byte(small), "svg", "dot"); err != nil {
		t.Errorf("after errors: %v", err)
	}
}

func TestDrawFromManyGoroutines(t *testing.T) {
	want, err := Draw(t.Context(), []byte(small), "svg", "dot")
	if err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if got, err := Draw(t.Context(), []byte(small), "svg", "dot"); err != nil || !bytes.Equal(got, want) {
				t.Errorf("another picture: %v", err)
			}
		})
	}
	wait.Wait()
}
