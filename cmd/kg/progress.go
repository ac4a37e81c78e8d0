package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
)

// A progress shows on a terminal how far a count has come; elsewhere nothing.
type progress struct {
	mu    sync.Mutex
	w     io.Writer // nil where nobody watches
	what  string    // what is counted
	done  int
	total int
}

func newProgress(w io.Writer, total int, what string) *progress {
	p := &progress{total: total, what: what}
	if isTerminal(w) && total > 1 {
		p.w = w
		p.draw()
	}
	return p
}

// isTerminal reports whether w is a character device, as terminals are.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// step counts one more. It may be called concurrently.
func (p *progress) step() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	p.draw()
}

const barWidth = 30 // characters

func (p *progress) draw() {
	if p.w == nil {
		return
	}
	full := barWidth * p.done / p.total
	fmt.Fprintf(p.w, "\r[%s%s] %d/%d %s", strings.Repeat("=", full), strings.Repeat(" ", barWidth-full), p.done, p.total, p.what)
}

// clear removes the bar, so that what follows begins on a clean line.
func (p *progress) clear() {
	if p.w != nil {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
