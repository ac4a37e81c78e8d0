package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"kg/out"
)

// A place is where an export goes.
type place int

const (
	aStream   place = iota // standard output or one file
	aFolder                // -o NAME/, or a folder that is there
	anArchive              // -o NAME.zip
)

// place says where the output of a format goes.
func (x *exporter) place(f out.Format) place {
	if f.Files == nil || x.output == "" || x.output == "-" {
		return aStream
	}
	info, err := os.Stat(x.output)
	switch {
	case err == nil && info.IsDir(), os.IsPathSeparator(x.output[len(x.output)-1]), strings.HasSuffix(x.output, "/"):
		return aFolder
	case strings.EqualFold(filepath.Ext(x.output), ".zip"):
		return anArchive
	case f.Write == nil && err != nil:
		return aFolder // one that is not there yet
	}
	return aStream
}

// folder has write fill the folder x.output. The files are made in a folder
// aside and brought into place when all are whole; others of the same folder
// stay as they are.
func (x *exporter) folder(ctx context.Context, write func(out.Folder) error) error {
	dir := filepath.Clean(x.output)
	tmp, err := os.MkdirTemp(filepath.Dir(dir), "."+filepath.Base(dir)+".*.tmp")
	if err != nil {
		return plain(x.output, err)
	}
	defer os.RemoveAll(tmp)
	defer context.AfterFunc(ctx, func() { os.RemoveAll(tmp) })() // main may not wait for the end of write
	fill := &filler{dir: tmp}
	err = write(fill.create)
	if err = errors.Join(err, fill.close()); err != nil {
		return plain(x.output, err)
	}
	return plain(x.output, fill.move(dir))
}

// A filler makes the files of a folder, one at a time.
type filler struct {
	dir   string
	file  *os.File // the one that is open
	names []string
}

func (f *filler) create(name string) (io.Writer, error) {
	if err := f.close(); err != nil {
		return nil, err
	}
	path := filepath.FromSlash(name)
	if !filepath.IsLocal(path) {
		return nil, fmt.Errorf("%s is not below the folder", name)
	}
	if err := os.MkdirAll(filepath.Dir(filepath.Join(f.dir, path)), 0o777); err != nil {
		return nil, err
	}
	file, err := os.OpenFile(filepath.Join(f.dir, path), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, err
	}
	f.file = file
	f.names = append(f.names, path)
	return file, nil
}

func (f *filler) close() error {
	if f.file == nil {
		return nil
	}
	err := f.file.Close()
	f.file = nil
	return err
}

// move brings the files into dir.
func (f *filler) move(dir string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	for _, name := range f.names {
		to := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
			return err
		}
		if err := os.Rename(filepath.Join(f.dir, name), to); err != nil {
			return err
		}
	}
	return nil
}
