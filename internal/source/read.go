package source

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

// Stdin is the name that stands for standard input.
const Stdin = "-"

// DefaultMaxBytes is the size up to which a document is read unless a Reader
// says otherwise: far beyond any article, well within memory.
const DefaultMaxBytes = 64 << 20

// A Reader reads documents. Its zero value reads files of up to
// DefaultMaxBytes and knows no date but theirs.
type Reader struct {
	Date     string    // ISO 8601 day, for documents whose text gives none; may be empty
	MaxBytes int64     // per document; 0 means DefaultMaxBytes
	Stdin    io.Reader // what the name "-" reads; nil means nothing is there
}

// Read reads and parses one document. One from standard input gets a name by its
// text. Its errors are one line and begin with
// the name. It may be called concurrently for different names.
func (r Reader) Read(name string) (*Document, error) {
	data, modified, err := r.bytes(name)
	if err != nil {
		return nil, err
	}
	return r.parse(name, data, modified)
}

func (r Reader) parse(name string, data []byte, modified string) (*Document, error) {
	if err := Check(data); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	doc := parse(name, string(data), hints{flag: r.Date, modified: modified})
	if name == Stdin {
		sum := sha256.Sum256(data)
		doc.Name = stdinPrefix + hex.EncodeToString(sum[:4])
	}
	return doc, nil
}

// stdinPrefix begins the names of documents from standard input, which the
// hash of their text tells apart.
const stdinPrefix = "stdin-"

// bytes returns what the name holds and, of a file, the day it was last
// written.
func (r Reader) bytes(name string) (data []byte, modified string, err error) {
	in := r.Stdin
	if name != Stdin {
		path := filepath.FromSlash(name)
		f, err := os.Open(path)
		if err != nil {
			return nil, "", pathError(name, err)
		}
		defer f.Close()
		info, err := f.Stat()
		if err != nil {
			return nil, "", pathError(name, err)
		}
		modified, in = info.ModTime().UTC().Format(time.DateOnly), f
	}
	if in == nil {
		return nil, modified, nil
	}
	limit := r.MaxBytes
	if limit <= 0 {
		limit = DefaultMaxBytes
	}
	data, err = io.ReadAll(io.LimitReader(in, limit+1))
	if err != nil {
		return nil, "", pathError(name, err)
	}
	if int64(len(data)) > limit {
		return nil, "", fmt.Errorf("%s: larger than %s; split it into articles", name, size(limit))
	}
	return data, modified, nil
}

func size(n int64) string {
	if n >= 1<<20 {
		return fmt.Sprintf("%d MB", n>>20)
	}
	return fmt.Sprintf("%d bytes", n)
}
