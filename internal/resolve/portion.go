package resolve

// portion is the number of items of a type that are in memory together, unless
// more of them may be one.
const portion = 4096

// portions parts the spots of a type so that no item of one portion shares a key
// with one of another: what is found in each by itself is what is found in all
// together. A few spots are one portion.
func (r *resolver) portions(typ string) ([][]spot, error) {
	spots := r.spots[typ]
	if len(spots) <= r.portion {
		return [][]spot{spots}, nil
	}
	same, err := r.connected(typ, spots)
	if err != nil {
		return nil, err
	}
	size := make([]int, len(spots)) // of the sets, by their first member
	for i := range spots {
		size[same.first(i)]++
	}
	var out [][]spot
	in, filled := make([]int, len(spots)), r.portion // the portions of sets; how many the last one has
	for i, s := range spots {
		f := same.first(i)
		if f == i {
			if filled >= r.portion {
				out, filled = append(out, nil), 0
			}
			in[f] = len(out) - 1
			filled += size[f]
		}
		out[in[f]] = append(out[in[f]], s)
	}
	return out, nil
}

// connected finds which items of a type share keys, directly or by others.
func (r *resolver) connected(typ string, spots []spot) (sets, error) {
	m := matcherOf(typ)
	same := make(sets, len(spots))
	holder := map[uint64]int32{} // the first item with a key
	err := r.each(typ, spots, func(i int, it *item) {
		same[i] = int32(i)
		keys := m.keys(it)
		if m.exact(it) {
			keys = append(keys, "exact "+it.label.key)
		}
		for _, key := range keys {
			k := hash(key) // two keys of one hash do no harm
			if h, ok := holder[k]; ok {
				same.join(i, int(h))
			} else {
				holder[k] = int32(i)
			}
		}
	})
	return same, err
}

// hash is FNV-1a.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// sets are disjoint sets of numbers: each has a smaller member of its set, or
// itself if it is the first.
type sets []int32

// first returns the first member of the set of i.
func (s sets) first(i int) int {
	for int(s[i]) != i {
		s[i] = s[s[i]]
		i = int(s[i])
	}
	return i
}

// join makes one of the sets of a and b.
func (s sets) join(a, b int) {
	a, b = s.first(a), s.first(b)
	s[max(a, b)] = int32(min(a, b))
}
