package out

import (
	"archive/zip"
	"io"
)

// Zip writes the files of a format into one ZIP archive, without times, so that
// the same graph gives the same bytes.
func Zip(w io.Writer, s Source, f Format) error {
	z := zip.NewWriter(w)
	if err := f.Files(func(name string) (io.Writer, error) { return z.Create(name) }, s); err != nil {
		return err
	}
	return z.Close()
}
