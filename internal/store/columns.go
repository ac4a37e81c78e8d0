package store

import (
	"bufio"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"

	"kg/graph"
)

const (
	chunkBytes  = 4 * graph.ChunkSize
	digestBytes = 16
)

// columns are those of an index, behind a database in its file.
type columns struct {
	file    *os.File
	first   [graph.Columns + 1]int64 // where each column begins, and the end of all
	buffers sync.Pool
}

// openColumns opens the columns of a graph of that shape behind the database at
// path; nil if there are none of that digest, or if the database has changed.
func openColumns(path string, s graph.Shape, stamp uint32, digest []byte) (*columns, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	c := &columns{file: f, buffers: sync.Pool{New: func() any { return new([chunkBytes]byte) }}}
	h, err := readHeader(f)
	if err == nil {
		c.place(h.size, s)
		there := make([]byte, digestBytes)
		if _, err = f.ReadAt(there, c.first[graph.Columns]); err == nil && h.changes == stamp && string(there) == string(digest) {
			return c, nil
		}
	}
	if errors.Is(err, io.EOF) { // nothing behind the database
		err = nil
	}
	return nil, errors.Join(err, f.Close())
}

// place finds where the columns of a graph begin.
func (c *columns) place(at int64, s graph.Shape) {
	for k := range graph.Columns {
		c.first[k] = at
		at += int64((s.Values(k)+graph.ChunkSize-1)/graph.ChunkSize) * chunkBytes
	}
	c.first[graph.Columns] = at
}

// chunk reads a chunk of a column.
func (c *columns) chunk(column graph.Column, number int) (*graph.Chunk, error) {
	bytes := c.buffers.Get().(*[chunkBytes]byte)
	defer c.buffers.Put(bytes)
	if _, err := c.file.ReadAt(bytes[:], c.first[column]+int64(number)*chunkBytes); err != nil {
		return nil, err
	}
	chunk := new(graph.Chunk)
	for i := range chunk {
		chunk[i] = int32(binary.LittleEndian.Uint32(bytes[4*i:]))
	}
	return chunk, nil
}

// header is what the header of an SQLite file tells.
type header struct {
	size    int64  // of the database in bytes
	changes uint32 // how often it was changed
}

func readHeader(f *os.File) (header, error) {
	var b [100]byte
	if _, err := f.ReadAt(b[:], 0); err != nil {
		return header{}, err
	}
	page := int64(binary.BigEndian.Uint16(b[16:]))
	if page == 1 {
		page = 1 << 16
	}
	return header{page * int64(binary.BigEndian.Uint32(b[28:])), binary.BigEndian.Uint32(b[24:])}, nil
}

// writeColumns puts the columns behind the database of a file that is closed.
func writeColumns(path string, x *graph.Index) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	h, err := readHeader(f)
	if err == nil {
		_, err = f.Seek(h.size, io.SeekStart)
	}
	if err == nil {
		w := bufio.NewWriterSize(f, 1<<16)
		var digest []byte
		if digest, err = copyColumns(w, x); err == nil {
			_, err = w.Write(digest)
		}
		err = errors.Join(err, w.Flush())
	}
	return errors.Join(err, f.Close())
}

// copyColumns writes the columns and returns their digest.
func copyColumns(w io.Writer, x *graph.Index) ([]byte, error) {
	sum := sha256.New()
	w = io.MultiWriter(w, sum)
	bytes := make([]byte, 0, chunkBytes)
	for c := range graph.Columns {
		for k := range x.Chunks(c) {
			chunk, err := x.Chunk(c, k)
			if err != nil {
				return nil, err
			}
			bytes = bytes[:0]
			for _, v := range chunk {
				bytes = binary.LittleEndian.AppendUint32(bytes, uint32(v))
			}
			if _, err := w.Write(bytes); err != nil {
				return nil, err
			}
		}
	}
	return sum.Sum(nil)[:digestBytes], nil
}

// insertShape adds the row that says what the columns are of, as the last change
// of a file.
func insertShape(q *queries, path string, x *graph.Index) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	h, err1 := readHeader(f)
	digest, err2 := copyColumns(io.Discard, x)
	s := x.Shape()
	relations, err3 := json.Marshal(s.Relations)
	types, err4 := json.Marshal(s.Types)
	if err := errors.Join(err1, err2, err3, err4, f.Close()); err != nil {
		return err
	}
	in := newInserter(q)
	in.insert("shape", h.changes+1, digest, s.Nodes, s.Links, s.Edges, string(relations), string(types))
	in.flush()
	return in.err
}

// columns returns the columns of the file and what they are of; nil if there
// are none that count.
func (s *Store) columns(ctx context.Context) (c *columns, shape graph.Shape, err error) {
	var stamp uint32
	var digest []byte
	var relations, types string
	err = s.db.QueryRowContext(ctx, "SELECT stamp, digest, nodes, links, edges, relations, types FROM shape").
		Scan(&stamp, &digest, &shape.Nodes, &shape.Links, &shape.Edges, &relations, &types)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, shape, nil
	}
	if err == nil {
		err = errors.Join(json.Unmarshal([]byte(relations), &shape.Relations), json.Unmarshal([]byte(types), &shape.Types))
	}
	if err == nil {
		c, err = openColumns(s.path, shape, stamp, digest)
	}
	if err != nil {
		return nil, shape, fmt.Errorf("%s: %w", s.path, err)
	}
	return c, shape, nil
}
