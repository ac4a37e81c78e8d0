package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"runtime/debug"
	"strings"
	"sync"

	"kg/internal/domain"
	"kg/lexicon"
	"kg/model"
	"kg/rules"
)

// Version names what a reading depends on beside its document: the release of
// the program, its models, word lists and rules, and what a user adds, as 16
// hexadecimal digits of a hash. Readings of different versions do not belong in
// one graph. It is computed on the first call, in a few milliseconds. Code that
// was changed since the release is not told apart, and neither are files of a
// user that differ in their names only.
func Version(d domain.Domain) string {
	if d.Empty() {
		return version()
	}
	h := sha256.New()
	fmt.Fprintln(h, version())
	for _, s := range d.Schemas {
		sum(h, "schema", strings.NewReader(s.Text))
	}
	for _, r := range d.Rules {
		sum(h, "rules", strings.NewReader(r.Text))
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

var version = sync.OnceValue(computeVersion)

func computeVersion() string {
	h := sha256.New()
	if info, ok := debug.ReadBuildInfo(); ok {
		fmt.Fprintln(h, info.Main.Version)
	}
	for i, m := range models() {
		sum(h, fmt.Sprint("model ", i), strings.NewReader(m))
	}
	sumAll(h, lexicon.Files())
	sumAll(h, rules.Files)
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// models returns the contents of all model files.
func models() []string {
	return []string{model.Boundaries(), model.Tagger, model.Parser, string(model.Lemmas()), model.Names, model.Pronouns}
}

// sumAll writes a line for each embedded file. Reading these never fails.
func sumAll(w io.Writer, files fs.FS) {
	_ = fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		f, err := files.Open(path)
		if err != nil {
			return err
		}
		sum(w, path, f)
		return f.Close()
	})
}

// sum writes the name, length and checksum of what r holds: a checksum, since
// nobody is to be kept from forging a version and the models are large.
func sum(w io.Writer, name string, r io.Reader) {
	crc := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	n, _ := io.CopyBuffer(struct{ io.Writer }{crc}, struct{ io.Reader }{r}, make([]byte, 1<<16))
	fmt.Fprintln(w, name, n, crc.Sum32())
}
