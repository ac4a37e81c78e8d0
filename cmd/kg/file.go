package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// emit writes what write gives to the file, or to stdout if file is empty or
// "-". The output is whole or not there: it is made in memory first and a file
// is renamed into its place.
func (a *app) emit(ctx context.Context, file string, write func(io.Writer) error) error {
	var buf bytes.Buffer
	if err := write(&buf); err != nil {
		return err
	}
	if file == "" || file == "-" {
		_, err := a.stdout.Write(buf.Bytes())
		return err
	}
	return replaceFile(ctx, file, func(w io.Writer) error {
		_, err := w.Write(buf.Bytes())
		return err
	})
}

// stream writes what write gives to the file, or to stdout if file is empty or
// "-", as it comes. A file is whole or not there; of standard output a part may
// have been read by then, so write should fail only if writing does.
func (a *app) stream(ctx context.Context, file string, write func(io.Writer) error) error {
	if file == "" || file == "-" {
		return write(a.stdout)
	}
	return replaceFile(ctx, file, write)
}

// replaceFile puts what write gives in the place of file at once. A symbolic
// link stays one; a device or a pipe is written to as it is. Nothing is left behind
// when ctx ends.
func replaceFile(ctx context.Context, file string, write func(io.Writer) error) error {
	if real, err := filepath.EvalSymlinks(file); err == nil {
		file = real
	}
	info, err := os.Stat(file)
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf("%s: is a folder", file)
	case err == nil && !info.Mode().IsRegular():
		return plain(file, writeDevice(file, write))
	}
	mode := fs.FileMode(0o644)
	if err == nil {
		mode = info.Mode().Perm()
	}
	tmp, err := os.CreateTemp(filepath.Dir(file), "."+filepath.Base(file)+".*.tmp")
	if err != nil {
		return plain(file, err)
	}
	defer os.Remove(tmp.Name())                                      // gone already if all went well
	defer context.AfterFunc(ctx, func() { os.Remove(tmp.Name()) })() // main may not wait for the end of write
	err = write(tmp)
	err = errors.Join(err, tmp.Chmod(mode), tmp.Sync(), tmp.Close())
	if err == nil {
		err = os.Rename(tmp.Name(), file)
	}
	return plain(file, err)
}

func writeDevice(file string, write func(io.Writer) error) error {
	f, err := os.OpenFile(file, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}

// plain says an error of the file system in one line that begins with the name
// the user gave.
func plain(file string, err error) error {
	if err == nil {
		return nil
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: no such file or folder", file)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: permission denied", file)
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return fmt.Errorf("%s: %w", file, pe.Err)
	}
	return fmt.Errorf("%s: %w", file, err)
}
