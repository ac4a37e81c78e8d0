package graphviz

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"strings"
	"sync"
	"testing"
)

const small = `digraph { a [label="A & <B>", shape=note, style=filled, fillcolor="#ff0000"]; a -> b [label="x", style=dashed]; b [shape=hexagon] }`

func TestLayout(t *testing.T) {
	for _, engine := range Engines {
		data, err := Layout(t.Context(), []byte(small), engine)
		if err != nil {
			t.Fatal(engine, err)
		}
		var l struct {
			Objects []struct{ Name, Pos string }
			Edges   []struct{ Pos string }
		}
		if err := json.Unmarshal(data, &l); err != nil {
			t.Fatal(engine, err)
		}
		if len(l.Objects) != 2 || len(l.Edges) != 1 || l.Objects[0].Pos == l.Objects[1].Pos || !strings.HasPrefix(l.Edges[0].Pos, "e,") {
			t.Errorf("%s: %+v", engine, l)
		}
	}
}

func TestLayoutErrors(t *testing.T) {
	for _, c := range []struct{ dot, engine, want string }{
		{"digraph { a -> ", "dot", "not a graph in the DOT language: syntax error in line 1"},
		{"", "dot", "not a graph in the DOT language"},
		{small, "circo", `unknown engine "circo"`},
	} {
		_, err := Layout(t.Context(), []byte(c.dot), c.engine)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %s", err, c.want)
		}
		if strings.HasPrefix(c.want, "not a graph") != errors.Is(err, ErrDOT) {
			t.Errorf("%v: ErrDOT", err)
		}
	}
	over, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Layout(over, []byte(small), "dot"); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if _, err := Layout(t.Context(), []byte(small), "dot"); err != nil {
		t.Errorf("after errors: %v", err)
	}
}

func TestLayoutFromManyGoroutines(t *testing.T) {
	want, err := Layout(t.Context(), []byte(small), "dot")
	if err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if got, err := Layout(t.Context(), []byte(small), "dot"); err != nil || !bytes.Equal(got, want) {
				t.Errorf("another layout: %v", err)
			}
		})
	}
	wait.Wait()
}
