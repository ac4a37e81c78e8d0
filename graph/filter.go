package graph

import (
	"slices"

	"kg/schema"
)

// A filter says by the columns of an index which edges a selection allows, as
// Selection.Allows does by the edges themselves.
type filter struct {
	x          *Index
	modalities uint8  // bit m-1 for modality m
	relations  []bool // by number; nil for all
	dated      bool   // only edges of these days
	from, to   int32
	sourced    bool // only edges of stated
	stated     []int32
	plain      bool  // the best modality of a link tells whether an edge of it is allowed
	worst      int32 // and this is the worst allowed, less 1
}

// filter makes a filter of what s says of edges. If it names no modalities
// those given are allowed.
func (x *Index) filter(s *Selection, unnamed ...schema.Modality) (*filter, error) {
	f := &filter{x: x, dated: s.Since != "" || s.Until != "", to: 99999999, sourced: s.Source != ""}
	if len(s.Modalities) > 0 {
		unnamed = s.Modalities
	}
	for _, m := range unnamed {
		f.modalities |= 1 << (m - 1)
		f.worst = max(f.worst, int32(m)-1)
	}
	if len(s.Relations) > 0 {
		f.relations = make([]bool, len(x.shape.Relations))
		for i, name := range x.shape.Relations {
			f.relations[i] = slices.Contains(s.Relations, name)
		}
	}
	first, _ := Bounds(s.Since)
	f.from = dayNumber(first)
	if s.Until != "" {
		_, last := Bounds(s.Until)
		f.to = dayNumber(last)
	}
	f.plain = f.relations == nil && !f.dated && !f.sourced && f.modalities&(f.modalities+1) == 0
	if !f.sourced {
		return f, nil
	}
	var err error
	f.stated, err = x.records.EdgesIn(s.Source)
	return f, err
}

func (f *filter) allows(edge int32) bool {
	kind := f.x.at(Kinds, edge)
	if f.modalities>>(kind>>1&3)&1 == 0 {
		return false
	}
	if r := int(kind >> 3); f.relations != nil && (r >= len(f.relations) || !f.relations[r]) {
		return false
	}
	if f.sourced {
		if _, ok := slices.BinarySearch(f.stated, edge); !ok {
			return false
		}
	}
	if !f.dated {
		return true
	}
	first := f.x.at(FirstDays, edge)
	return first > 0 && first <= f.to && f.x.at(LastDays, edge) >= f.from
}

// of returns the edges of a link that are allowed.
func (f *filter) of(link int32) (edges []int32) {
	for i, hi := f.x.edges(link); i < hi; i++ {
		if f.allows(i) {
			edges = append(edges, i)
		}
	}
	return edges
}
