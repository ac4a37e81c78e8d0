package render

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestMain makes this program stand in for kg-render: KG_RENDER_FAKE says how
// each layout behaves, as "dot=hang sfdp=crash twopi=draw".
func TestMain(m *testing.M) {
	if fake, ok := os.LookupEnv("KG_RENDER_FAKE"); ok {
		os.Exit(pretend(fake, os.Args[len(os.Args)-1])) // -T json -K engine, or -T png
	}
	os.Exit(m.Run())
}

func pretend(fake, engine string) int {
	_, rest, _ := strings.Cut(" "+fake, " "+engine+"=")
	how, _, _ := strings.Cut(rest, " ")
	switch how {
	case "draw":
		in, _ := io.ReadAll(os.Stdin)
		fmt.Printf("%s by %s in %s", in, engine, os.Getenv("TMPDIR"))
		return 0
	case "hang":
		time.Sleep(time.Minute)
	case "empty":
		return 0
	case "bad":
		fmt.Fprintln(os.Stderr, "kg-render: not a graph in the DOT language: line 1\nmore")
		return 3
	}
	fmt.Fprintln(os.Stderr, "fatal error: all is lost")
	return 2
}

func fake(t *testing.T, how string) Options {
	t.Helper()
	t.Setenv("KG_RENDER_FAKE", how)
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return Options{Program: self, Timeout: 5 * time.Second}
}

func plan(engine string) []byte { return []byte("digraph {}") }

func TestLay(t *testing.T) {
	for _, c := range []struct{ how, engine, failed string }{
		{"dot=draw", "dot", ""},
		{"dot=crash sfdp=draw", "sfdp", "layout dot: exit status 2: fatal error: all is lost"},
		{"dot=empty sfdp=crash twopi=draw", "twopi", "layout dot: it drew nothinglayout sfdp: exit status 2: fatal error: all is lost"},
	} {
		o := fake(t, c.how)
		p, err := Lay(t.Context(), plan, o)
		if err != nil {
			t.Fatal(c.how, err)
		}
		var failed string
		for _, err := range p.Failed {
			failed += err.Error()
		}
		if p.Engine != c.engine || failed != c.failed {
			t.Errorf("%s: %s after %q", c.how, p.Engine, failed)
		}
		picture, cache, _ := strings.Cut(string(p.Data), " in ")
		if picture != "digraph {} by "+c.engine {
			t.Errorf("%s: drew %q", c.how, picture)
		}
		if info, err := os.Stat(cache); err != nil || info.Mode().Perm() != 0o700 {
			t.Errorf("%s: the cache %q is %v, %v", c.how, cache, info, err)
		}
	}
}

func TestLayStopsALayoutWithoutEnd(t *testing.T) {
	o := fake(t, "dot=hang sfdp=draw")
	o.Timeout = 300 * time.Millisecond
	o.Engines = []string{"dot"}
	if _, err := Lay(t.Context(), plan, o); err == nil || err.Error() != "layout dot: not done after 300ms" {
		t.Errorf("got %v", err)
	}
	over, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	o.Timeout, o.Engines = time.Minute, nil
	if _, err := Lay(over, plan, o); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestLayDoesNotTryAgainWithWhatIsNotDOT(t *testing.T) {
	o := fake(t, "dot=bad sfdp=draw")
	_, err := Lay(t.Context(), plan, o)
	if err == nil || !strings.Contains(err.Error(), "not a graph in the DOT language: line 1") || strings.Contains(err.Error(), "\n") {
		t.Errorf("got %v", err)
	}
}

func TestCacheThatOthersCanWriteToIsNotUsed(t *testing.T) {
	base := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", base)
	dir, done, err := cacheDir()
	if err != nil || dir != filepath.Join(base, "kg", "render") {
		t.Fatal(dir, err)
	}
	done()
	if err := os.Chmod(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	got, done, err := cacheDir()
	if err != nil || got == dir {
		t.Fatal(got, err)
	}
	done()
	if _, err := os.Stat(got); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%s is still there: %v", got, err)
	}
}

func TestNoProgram(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := Lay(t.Context(), plan, Options{}); err == nil || !strings.Contains(err.Error(), "neither beside kg nor on the path") {
		t.Errorf("got %v", err)
	}
}

func TestPaint(t *testing.T) {
	o := fake(t, "png=draw pdf=crash")
	data, err := Paint(t.Context(), []byte("<svg>"), "png", o)
	if err != nil || !strings.HasPrefix(string(data), "<svg> by png") {
		t.Errorf("%q, %v", data, err)
	}
	if _, err := Paint(t.Context(), nil, "pdf", o); err == nil || !strings.HasPrefix(err.Error(), "pdf: exit status 2: fatal error") {
		t.Errorf("got %v", err)
	}
}
