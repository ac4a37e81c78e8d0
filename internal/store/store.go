// Package store keeps documents, what was read from them, and their graph in
// one file: entries and a graph go in, the same come out. The file is an SQLite
// database that is only ever replaced whole.
package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	_ "modernc.org/sqlite" // the driver named "sqlite"
)

const (
	applicationID = 0x6B674752 // "kgGR", in bytes 68 to 71 of the file
	layout        = 5          // of layout.sql and graph.sql, in bytes 60 to 63
)

// A Store is an open graph file. It is not safe for concurrent use.
type Store struct {
	path string
	db   *sql.DB // nil if the file is not there yet
	lock *lock   // nil if the store is only read
}

// Open opens a graph file to read it. The error is a single line that begins
// with path: the file is missing (fs.ErrNotExist), is no graph file, or was
// made by a newer version.
//
// The store reads the file as it is now, whatever becomes of it meanwhile.
func Open(path string) (*Store, error) {
	if err := checkHeader(path); err != nil {
		return nil, err
	}
	db, err := open(path, "mode=ro&immutable=1")
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	db.SetMaxOpenConns(0) // any number may read
	return &Store{path: path, db: db}, nil
}

// OpenToSave opens a graph file to read it and to Save it again, and keeps all
// other processes from doing so until Close; it waits for one that does until
// ctx ends. The file need not be there yet: then there are no entries, and the
// graph is empty.
func OpenToSave(ctx context.Context, path string) (*Store, error) {
	l, err := acquire(ctx, path+".lock")
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, bare(err))
	}
	s, err := Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		s, err = &Store{path: path}, nil
	}
	if err != nil {
		return nil, errors.Join(err, l.release())
	}
	s.lock = l
	return s, nil
}

// Close gives the file free.
func (s *Store) Close() error {
	var errs []error
	if s.db != nil {
		errs = append(errs, s.db.Close())
	}
	if s.lock != nil {
		errs = append(errs, s.lock.release())
	}
	s.db, s.lock = nil, nil
	return errors.Join(errs...)
}

func open(path, query string) (*sql.DB, error) {
	path, err := filepath.Abs(path) // a relative path has no form as a URI
	if err != nil {
		return nil, err
	}
	uri := url.URL{Scheme: "file", Path: filepath.ToSlash(path), RawQuery: query}
	db, err := sql.Open("sqlite", uri.String())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1) // pragmas and transactions belong to a connection
	return db, nil
}

// checkHeader returns an error unless path begins like a graph file.
func checkHeader(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("%s: %w", path, bare(err))
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return fmt.Errorf("%s: a folder, not a graph file", path)
	}
	head := make([]byte, 72)
	if _, err := io.ReadFull(f, head); err != nil || string(head[:16]) != "SQLite format 3\x00" || binary.BigEndian.Uint32(head[68:]) != applicationID {
		return fmt.Errorf("%s: not a graph file", path)
	}
	if v := binary.BigEndian.Uint32(head[60:]); v != layout {
		return fmt.Errorf("%s: a graph file of layout %d; this version of kg reads layout %d: build it again into a new file", path, v, layout)
	}
	return nil
}

// bare returns the reason alone of an error of the file system.
func bare(err error) error {
	var inner *fs.PathError
	if errors.As(err, &inner) {
		return inner.Err
	}
	return err
}
