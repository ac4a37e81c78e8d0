package copies

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"

	"kg/internal/spool"
)

// A Finder finds copies among texts that are not in memory together. It keeps
// a few bytes for each word in eight of the originals.
type Finder struct {
	spool *spool.Spool
	texts []entry
	sets  map[int][]uint64 // of texts read last
	held  int              // shingles in sets
	index map[uint64]list  // originals by sampled shingle
	links []link
	err   error
}

// An entry is a text that was added.
type entry struct {
	name, date string
	sum        uint64 // of the text, for texts of one name
	set        spool.Place
	shingles   int
}

// A list is the texts with a shingle: the last one and how many there are.
type list struct{ last, n int32 }

// A link is a text in a list and the place in links of the one before, -1 if
// there is none.
type link struct{ text, before int32 }

// most is the number of shingles that are held in memory beside the index.
const most = 1 << 18

// NewFinder returns a finder that keeps in s what is not compared yet.
func NewFinder(s *spool.Spool) *Finder {
	return &Finder{spool: s, sets: map[int][]uint64{}, index: map[uint64]list{}}
}

// Add adds a text, which it does not keep.
func (f *Finder) Add(t Text) {
	set := shingles(t.Text)
	code := make([]byte, 0, 8*len(set))
	for _, h := range set {
		code = binary.LittleEndian.AppendUint64(code, h)
	}
	f.texts = append(f.texts, entry{t.Name, t.Date, sum(t.Text), f.spool.Put(code), len(set)})
}

func sum(text string) uint64 {
	h := uint64(0)
	for i := range len(text) {
		h = (h ^ uint64(text[i])) * 1099511628211
	}
	return h
}

// Find returns for each text that was added what the function Find does. The
// error tells that what was kept cannot be read again.
func (f *Finder) Find() ([]int, error) {
	order, of := make([]int, len(f.texts)), make([]int, len(f.texts))
	for i := range order {
		order[i], of[i] = i, i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &f.texts[a], &f.texts[b]
		return cmp.Or(cmp.Compare(later(x.date), later(y.date)), strings.Compare(x.name, y.name), cmp.Compare(x.sum, y.sum))
	})
	for _, i := range order {
		if f.texts[i].shingles < least {
			continue
		}
		if of[i] = f.original(i); of[i] == i {
			f.note(i)
		}
	}
	return of, f.err
}

// note makes an original known by its sampled shingles.
func (f *Finder) note(i int) {
	for _, h := range f.set(i) {
		if h%sampled != 0 {
			continue
		}
		l, ok := f.index[h]
		switch {
		case !ok:
			l.last = -1
		case l.n == frequent:
			continue
		}
		f.links = append(f.links, link{int32(i), l.last})
		f.index[h] = list{int32(len(f.links) - 1), l.n + 1}
	}
}

// original returns the first of the originals that text i is a copy of, i if
// there is none.
func (f *Finder) original(i int) int {
	set := f.set(i)
	var near []int
	for _, h := range set {
		if l, ok := f.index[h]; ok && h%sampled == 0 {
			for k := l.last; k >= 0; k = f.links[k].before {
				near = append(near, int(f.links[k].text))
			}
		}
	}
	slices.Sort(near)
	best, top := i, 0.0
	for _, k := range slices.Compact(near) {
		if s := likeness(set, f.set(k)); s > top {
			best, top = k, s
		}
	}
	return best
}

// set returns the shingles of a text.
func (f *Finder) set(i int) []uint64 {
	if set, ok := f.sets[i]; ok {
		return set
	}
	code, err := f.spool.Get(f.texts[i].set, nil)
	if err != nil && f.err == nil {
		f.err = err
	}
	set := make([]uint64, len(code)/8)
	for k := range set {
		set[k] = binary.LittleEndian.Uint64(code[8*k:])
	}
	if f.held += len(set); f.held > most {
		clear(f.sets)
		f.held = len(set)
	}
	f.sets[i] = set
	return set
}
