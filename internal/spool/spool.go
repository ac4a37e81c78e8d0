// Package spool keeps bytes out of memory while a graph is built: bytes go in,
// their place comes out, and by it the same bytes again. They go to a file
// without a name as soon as they are many.
package spool

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// A Spool holds bytes. The zero value keeps all of them in memory. It is safe
// for concurrent use.
type Spool struct {
	path string // what the file's begins with; empty if there is to be none

	mu   sync.Mutex
	file *os.File // nil until the first bytes go there
	size int64    // bytes in the file
	tail []byte   // what came after them
	err  error    // the first that writing met
}

// A Place is where a Spool holds some bytes.
type Place struct {
	at int64
	n  int
}

// Part returns the place of the bytes from start to end of those at p.
func (p Place) Part(start, end int) Place { return Place{p.at + int64(start), end - start} }

// kept is the number of bytes that stay in memory.
const kept = 1 << 18

// New returns a spool that makes a file once its bytes are many, of that path
// and some digits. The file is removed as soon as it is made, where the system
// lets one use it still, and at Close elsewhere.
func New(path string) *Spool { return &Spool{path: path} }

// Put keeps a copy of b. An error of the file is told by Get and by Close.
func (s *Spool) Put(b []byte) Place {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := Place{s.size + int64(len(s.tail)), len(b)}
	if s.err != nil {
		return p // nothing will be read again
	}
	s.tail = append(s.tail, b...)
	if s.path != "" && len(s.tail) >= kept {
		if err := s.flush(); err != nil {
			s.err = fmt.Errorf("%s: %w", s.path, reason(err))
		}
	}
	return p
}

func (s *Spool) flush() (err error) {
	if s.file == nil {
		if s.file, err = os.CreateTemp(filepath.Dir(s.path), filepath.Base(s.path)+"*"); err != nil {
			return err
		}
		_ = os.Remove(s.file.Name()) // not every system can; Close does it there
	}
	if _, err = s.file.WriteAt(s.tail, s.size); err != nil {
		return err
	}
	s.size += int64(len(s.tail))
	s.tail = s.tail[:0]
	return nil
}

// reason returns the reason alone of an error of the file system.
func reason(err error) error {
	if inner := (*fs.PathError)(nil); errors.As(err, &inner) {
		return inner.Err
	}
	return err
}

// Get returns the bytes at p, in buf if they fit into it.
func (s *Spool) Get(p Place, buf []byte) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err != nil {
		return nil, s.err
	}
	if end := s.size + int64(len(s.tail)); p.at < 0 || p.n < 0 || p.at+int64(p.n) > end {
		return nil, fmt.Errorf("%d bytes at %d of a spool of %d", p.n, p.at, end)
	}
	buf = append(buf[:0], make([]byte, p.n)...)
	inFile := int(min(max(s.size-p.at, 0), int64(p.n)))
	if inFile > 0 {
		if _, err := s.file.ReadAt(buf[:inFile], p.at); err != nil {
			return nil, err
		}
	}
	if inFile < p.n {
		copy(buf[inFile:], s.tail[p.at+int64(inFile)-s.size:])
	}
	return buf, nil
}

// String returns the bytes at p as a string.
func (s *Spool) String(p Place) (string, error) {
	b, err := s.Get(p, nil)
	return string(b), err
}

// Close gives the bytes up. The error is the first that writing or closing met.
func (s *Spool) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	err := s.err
	if s.file != nil {
		err = errors.Join(err, s.file.Close())
		_ = os.Remove(s.file.Name()) // gone already on most systems
	}
	s.file, s.tail, s.size = nil, nil, 0
	return err
}
