package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"kg/graph"
)

// columnBits is where the number of the column begins in the ID of a chunk.
const columnBits = 20

// columns fills the table of the index.
func (in *inserter) columns(x *graph.Index) {
	for c := range graph.Columns {
		for k := range x.Chunks(c) {
			chunk, err := x.Chunk(c, k)
			if err != nil && in.err == nil {
				in.err = err
			}
			in.insert("columns", int(c)<<columnBits|k, encodeChunk(chunk))
		}
	}
}

// encodeChunk writes the differences of the values.
func encodeChunk(chunk *graph.Chunk) []byte {
	var out []byte
	last := int64(0)
	for _, v := range chunk {
		out = binary.AppendVarint(out, int64(v)-last)
		last = int64(v)
	}
	return out
}

// errChunk says that the bytes of a chunk are not what encodeChunk wrote.
var errChunk = errors.New("damaged index")

func decodeChunk(data []byte) (*graph.Chunk, error) {
	chunk := new(graph.Chunk)
	last := int64(0)
	for i := range chunk {
		d, n := binary.Varint(data)
		if n <= 0 {
			return nil, errChunk
		}
		data, last = data[n:], last+d
		chunk[i] = int32(last)
	}
	return chunk, nil
}

// writeShape adds the row that says what the columns are of, as the last change
// of a file.
func writeShape(q *queries, path string, s graph.Shape) error {
	counter, err := changeCounter(path)
	if err != nil {
		return err
	}
	relations, err1 := json.Marshal(s.Relations)
	types, err2 := json.Marshal(s.Types)
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	in := newInserter(q)
	in.insert("shape", counter+1, s.Nodes, s.Links, s.Edges, string(relations), string(types))
	in.flush()
	return in.err
}

// changeCounter returns how often the file has changed, modulo 2³².
func changeCounter(path string) (uint32, error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	var b [4]byte
	if _, err := f.ReadAt(b[:], 24); err != nil && err != io.EOF {
		return 0, err
	}
	return binary.BigEndian.Uint32(b[:]), nil
}

// shape returns what the columns are of, and whether they count.
func (s *Store) shape(ctx context.Context) (shape graph.Shape, ok bool, err error) {
	var stamp uint32
	var relations, types string
	err = s.db.QueryRowContext(ctx, "SELECT stamp, nodes, links, edges, relations, types FROM shape").
		Scan(&stamp, &shape.Nodes, &shape.Links, &shape.Edges, &relations, &types)
	if errors.Is(err, sql.ErrNoRows) {
		return shape, false, nil
	}
	if err == nil {
		err = errors.Join(json.Unmarshal([]byte(relations), &shape.Relations), json.Unmarshal([]byte(types), &shape.Types))
	}
	counter, failed := changeCounter(s.path)
	if err = errors.Join(err, failed); err != nil {
		return shape, false, fmt.Errorf("%s: %w", s.path, err)
	}
	return shape, counter == stamp, nil
}
