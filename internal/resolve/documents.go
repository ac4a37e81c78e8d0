package resolve

import "slices"

// documents is a set of documents, by their numbers. Most groups are of few.
type documents struct {
	few  []int32
	many map[int32]bool // all, once they are more than few; nil before
}

// linear is how many documents are looked for one by one.
const linear = 16

func (s *documents) has(d int) bool {
	if s.many != nil {
		return s.many[int32(d)]
	}
	return slices.Contains(s.few, int32(d))
}

func (s *documents) add(d int) {
	switch {
	case s.has(d):
	case s.many != nil:
		s.many[int32(d)] = true
	case len(s.few) < linear:
		s.few = append(s.few, int32(d))
	default:
		s.many = map[int32]bool{int32(d): true}
		for _, x := range s.few {
			s.many[x] = true
		}
		s.few = nil
	}
}
