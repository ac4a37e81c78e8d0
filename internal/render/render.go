// Package render draws diagrams by running the program kg-render: DOT goes in,
// a picture comes out. A layout that takes too long is stopped, and a simpler
// one tried.
package render

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// Options says how to draw. The zero value suits most diagrams.
type Options struct {
	Program string        // kg-render; empty means the one beside this program, else the one on the path
	Engines []string      // layouts to try in turn; empty means all of Engines()
	Timeout time.Duration // for each layout; 0 means 20 seconds
}

// Engines returns the layouts, those for large graphs last.
func Engines() []string { return []string{"dot", "sfdp", "twopi"} }

// A Picture is a diagram that was drawn.
type Picture struct {
	Data   []byte
	Engine string  // the layout that drew it
	Failed []error // of the layouts tried before, one each
}

// errInput ends the trying: no layout can draw what is not DOT.
var errInput = errors.New("not DOT")

// Draw draws a graph in the DOT language in a format that kg-render knows. It
// returns when ctx ends.
func Draw(ctx context.Context, dot []byte, format string, o Options) (*Picture, error) {
	program, err := find(o.Program)
	if err != nil {
		return nil, err
	}
	cache, done, err := cacheDir()
	if err != nil {
		return nil, fmt.Errorf("no folder for the layout program: %w", err)
	}
	defer done()
	engines, timeout := o.Engines, o.Timeout
	if len(engines) == 0 {
		engines = Engines()
	}
	if timeout == 0 {
		timeout = 20 * time.Second
	}
	p := &Picture{}
	for _, engine := range engines {
		data, err := draw(ctx, timeout, program, cache, dot, format, engine)
		if err == nil {
			p.Data, p.Engine = data, engine
			return p, nil
		}
		if ctx.Err() != nil || errors.Is(err, errInput) {
			return nil, err
		}
		p.Failed = append(p.Failed, err)
	}
	return nil, errors.Join(p.Failed...)
}

// draw runs the program once.
func draw(ctx context.Context, timeout time.Duration, program, cache string, dot []byte, format, engine string) ([]byte, error) {
	limited, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	cmd := exec.CommandContext(limited, program, "-T", format, "-K", engine)
	cmd.Env = append(os.Environ(), "TMPDIR="+cache, "TMP="+cache, "TEMP="+cache)
	cmd.Stdin = bytes.NewReader(dot)
	var out, talk bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &talk
	cmd.WaitDelay = time.Second
	err := cmd.Run()
	var exit *exec.ExitError
	switch {
	case err == nil && out.Len() > 0:
		return out.Bytes(), nil
	case ctx.Err() != nil:
		return nil, fmt.Errorf("layout %s: %w", engine, ctx.Err())
	case limited.Err() != nil:
		return nil, fmt.Errorf("layout %s: not done after %v", engine, timeout)
	case errors.As(err, &exit) && exit.ExitCode() == 3:
		return nil, fmt.Errorf("%w: %s", errInput, firstLine(talk.String()))
	case err == nil:
		err = errors.New("it drew nothing")
	}
	return nil, fmt.Errorf("layout %s: %w: %s", engine, err, firstLine(talk.String()))
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line
}

// find returns the program to run.
func find(program string) (string, error) {
	if program != "" {
		return program, nil
	}
	name := "kg-render"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	if self, err := os.Executable(); err == nil {
		if real, err := filepath.EvalSymlinks(self); err == nil {
			self = real
		}
		beside := filepath.Join(filepath.Dir(self), name)
		if info, err := os.Stat(beside); err == nil && info.Mode().IsRegular() {
			return beside, nil
		}
	}
	if path, err := exec.LookPath(name); err == nil {
		return path, nil
	}
	return "", fmt.Errorf("%s, which draws pictures, is neither beside kg nor on the path", name)
}

// cacheDir returns a folder that only this user can write to, where kg-render keeps
// the compiled layout program: whoever could write there could make it run
// other code. done removes it if it serves this once only.
func cacheDir() (dir string, done func(), err error) {
	if base, err := os.UserCacheDir(); err == nil {
		dir = filepath.Join(base, "kg", "render")
		if os.MkdirAll(dir, 0o700) == nil && private(dir) {
			return dir, func() {}, nil
		}
	}
	dir, err = os.MkdirTemp("", "kg-render-")
	return dir, func() { os.RemoveAll(dir) }, err
}

// private reports whether dir is a true folder that no one else can write to.
func private(dir string) bool {
	info, err := os.Lstat(dir)
	return err == nil && info.IsDir() && (runtime.GOOS == "windows" || info.Mode().Perm()&0o022 == 0)
}
