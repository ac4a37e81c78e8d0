// Package render lays diagrams out and paints pictures by running the program
// kg-render: DOT goes in, a layout comes out, or SVG goes in, PNG or PDF comes
// out. A layout that takes too long is stopped, and a simpler one tried.
package render

import (
	"bytes"
	"cmp"
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

// Options says how to lay out and paint. The zero value suits most diagrams.
type Options struct {
	Program string        // kg-render; empty means the one beside this program, else the one on the path
	Engines []string      // layouts to try in turn; empty means all of Engines()
	Timeout time.Duration // for each layout or painting; 0 means 20 seconds
}

// Engines returns the layouts, those for large graphs last.
func Engines() []string { return []string{"dot", "sfdp", "twopi"} }

// A Layout is Graphviz' JSON of a diagram.
type Layout struct {
	Data   []byte
	Engine string  // that laid it out
	Failed []error // of the engines tried before, one each
}

// errInput ends the trying: no engine can lay out what is not DOT.
var errInput = errors.New("not what it should be")

// Lay lays out a graph; plan gives it in the DOT language, as suits an engine.
// It returns when ctx ends.
func Lay(ctx context.Context, plan func(engine string) []byte, o Options) (*Layout, error) {
	r, err := o.start()
	if err != nil {
		return nil, err
	}
	defer r.done()
	engines := o.Engines
	if len(engines) == 0 {
		engines = Engines()
	}
	l := &Layout{}
	for _, engine := range engines {
		data, err := r.run(ctx, plan(engine), "-T", "json", "-K", engine)
		if err == nil {
			l.Data, l.Engine = data, engine
			return l, nil
		}
		err = fmt.Errorf("layout %s: %w", engine, err)
		if ctx.Err() != nil || errors.Is(err, errInput) {
			return nil, err
		}
		l.Failed = append(l.Failed, err)
	}
	return nil, errors.Join(l.Failed...)
}

// Paint paints an SVG picture of kg's as "png" or "pdf". It returns when ctx
// ends.
func Paint(ctx context.Context, svg []byte, format string, o Options) ([]byte, error) {
	r, err := o.start()
	if err != nil {
		return nil, err
	}
	defer r.done()
	data, err := r.run(ctx, svg, "-T", format)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", format, err)
	}
	return data, nil
}

// A runner runs the program, with a folder for what that keeps.
type runner struct {
	program, cache string
	done           func()
	timeout        time.Duration
}

func (o Options) start() (*runner, error) {
	program, err := find(o.Program)
	if err != nil {
		return nil, err
	}
	cache, done, err := cacheDir()
	if err != nil {
		return nil, fmt.Errorf("no folder for the layout program: %w", err)
	}
	return &runner{program, cache, done, cmp.Or(o.Timeout, 20*time.Second)}, nil
}

// run runs the program once.
func (r *runner) run(ctx context.Context, in []byte, args ...string) ([]byte, error) {
	limited, cancel := context.WithTimeout(ctx, r.timeout)
	defer cancel()
	cmd := exec.CommandContext(limited, r.program, args...)
	cmd.Env = append(os.Environ(), "TMPDIR="+r.cache, "TMP="+r.cache, "TEMP="+r.cache)
	cmd.Stdin = bytes.NewReader(in)
	var out, talk bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &talk
	cmd.WaitDelay = time.Second
	err := cmd.Run()
	var exit *exec.ExitError
	switch {
	case err == nil && out.Len() > 0:
		return out.Bytes(), nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case limited.Err() != nil:
		return nil, fmt.Errorf("not done after %v", r.timeout)
	case errors.As(err, &exit) && exit.ExitCode() == 3:
		return nil, fmt.Errorf("%w: %s", errInput, firstLine(talk.String()))
	case err == nil:
		return nil, errors.New("it drew nothing")
	}
	return nil, fmt.Errorf("%w: %s", err, firstLine(talk.String()))
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
