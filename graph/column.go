package graph

import "sync/atomic"

// ChunkSize is the number of values in a chunk of a column.
const ChunkSize = 1 << chunkBits

const chunkBits = 8

// A Chunk is a part of a column: the values from a multiple of ChunkSize on,
// the last chunk filled up with zeros.
type Chunk [ChunkSize]int32

// A Column is one of the arrays that make up an Index.
type Column uint8

// The columns. A link is an ordered pair of nodes that at least one edge
// joins. It stands in the columns of links twice: in the list of the node it
// leads from, and in that of the node it leads to. A day is a number like
// 20250302, 0 if unknown.
const (
	Starts    Column = iota // two a node and one more: where its links from it begin, and its links to it
	Ends                    // a link: the other node, sorted in each list, times 4, plus the best modality of its edges, less 1
	Firsts                  // a link: its first edge; the others follow
	Kinds                   // an edge: its relation times 8, plus modality less 1 times 2, plus 1 if it is the last of its link
	FirstDays               // an edge: the first day of its date, or else of the first document that tells of it
	LastDays                // an edge: the last day of that
	Doubts                  // an edge: the negative logarithm of its certainty, in millionths
	Types                   // a node: its type
	Columns                 // how many columns there are
)

// column is a column of which chunks are loaded when they are asked for.
type column struct {
	length int32 // in values
	chunks []atomic.Pointer[Chunk]
}

func newColumn(length int) column {
	return column{int32(length), make([]atomic.Pointer[Chunk], (length+ChunkSize-1)/ChunkSize)}
}

// columnOf makes a column of values that are all there.
func columnOf(values []int32) column {
	c := newColumn(len(values))
	whole := len(values) / ChunkSize
	for k := range whole {
		c.chunks[k].Store((*Chunk)(values[k*ChunkSize:]))
	}
	if whole < len(c.chunks) {
		last := new(Chunk)
		copy(last[:], values[whole*ChunkSize:])
		c.chunks[whole].Store(last)
	}
	return c
}
