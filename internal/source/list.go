package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// List returns the names of the documents under paths: files as they are
// named, folders walked to the end for *.txt and *.md files with hidden ones
// left out, and "-" for standard input. The names are sorted, slash-separated
// and unique, whatever the order of paths. What cannot be listed is in errs,
// one error a path, and stops nothing else.
func List(paths []string) (names []string, errs []error) {
	for _, p := range paths {
		if p == Stdin {
			names = append(names, Stdin)
			continue
		}
		info, err := os.Stat(p)
		switch {
		case err != nil:
			errs = append(errs, pathError(p, err))
		case !info.IsDir():
			names = append(names, clean(p))
		default:
			found, walkErrs := walk(p, nil)
			if len(found) == 0 && len(walkErrs) == 0 {
				walkErrs = []error{fmt.Errorf("%s: no documents in this folder (looked for *.txt and *.md)", p)}
			}
			names, errs = append(names, found...), append(errs, walkErrs...)
		}
	}
	slices.Sort(names)
	return slices.Compact(names), errs
}

// walk lists dir and the folders in it. Above holds the real paths of the
// folders on the way down, so that a symbolic link into one of them ends there.
func walk(dir string, above []string) (names []string, errs []error) {
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return nil, []error{pathError(dir, err)}
	}
	if slices.Contains(above, real) {
		return nil, nil
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, []error{pathError(dir, err)}
	}
	above = append(slices.Clip(above), real)
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		p := filepath.Join(dir, e.Name())
		info, err := os.Stat(p)
		switch {
		case err != nil:
			if isText(p) {
				errs = append(errs, pathError(p, err))
			}
		case info.IsDir():
			found, walkErrs := walk(p, above)
			names, errs = append(names, found...), append(errs, walkErrs...)
		case info.Mode().IsRegular() && isText(p):
			names = append(names, clean(p))
		}
	}
	return names, errs
}

func clean(p string) string { return filepath.ToSlash(filepath.Clean(p)) }

func isText(p string) bool {
	switch strings.ToLower(filepath.Ext(p)) {
	case ".txt", ".md":
		return true
	}
	return false
}

// pathError puts the name first and leaves out the system call.
func pathError(p string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: no such file or folder", p)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: not readable: permission denied", p)
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return fmt.Errorf("%s: %w", p, err)
}
