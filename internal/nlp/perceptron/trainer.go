package perceptron

import "sort"

// A Trainer learns a model by mistakes: the caller scores a decision, and on a
// wrong guess asks for an Update. The zero value is not ready; see NewTrainer.
// A Trainer is not safe for concurrent use.
type Trainer struct {
	classes int
	step    int64 // decisions so far, the clock of the averages
	index   table
	rows    []row
	frozen  bool // features without a row are not learnt
}

// A row holds the weights of one feature, only for the classes it was ever
// updated for.
type row struct {
	updates int32
	entries []entry
}

// An entry is one weight with its running sum: total is exact up to the step
// since, after which the weight has not changed.
type entry struct {
	class  uint8
	weight int32
	since  int64
	total  int64
}

// NewTrainer returns a trainer for a decision between the given number of
// classes, all weights nought.
func NewTrainer(classes int) *Trainer {
	return &Trainer{classes: classes, index: newTable(1 << 16)}
}

// Classes returns the number of classes.
func (t *Trainer) Classes() int { return t.classes }

// Score adds to scores the present, not averaged, weights of the features.
func (t *Trainer) Score(features []uint64, scores []int32) {
	for _, f := range features {
		i, ok := t.index.find(f)
		if !ok {
			continue
		}
		for _, e := range t.rows[i].entries {
			scores[e.class] += e.weight
		}
	}
}

// Tick counts one decision. It is called once a decision, right or wrong, for
// the averages to weigh each moment of the training alike.
func (t *Trainer) Tick() { t.step++ }

// Update moves the weights of the features by delta towards the class good and
// away from the class bad.
func (t *Trainer) Update(features []uint64, good, bad int, delta int32) {
	for _, f := range features {
		i, ok := t.row(f)
		if !ok {
			continue
		}
		r := &t.rows[i]
		r.updates++
		t.add(r, uint8(good), delta)
		t.add(r, uint8(bad), -delta)
	}
}

// row returns the place of the row of a feature, made if need be.
func (t *Trainer) row(feature uint64) (uint32, bool) {
	if t.frozen {
		return t.index.find(feature)
	}
	i, fresh := t.index.insert(feature, uint32(len(t.rows)))
	if fresh {
		t.rows = append(t.rows, row{})
	}
	return i, true
}

// Selected returns a trainer that has learnt nothing yet and will only ever
// learn weights for the features that t updated at least min times. Training
// again with few features gives a better small model than leaving features out
// of a trained one.
func (t *Trainer) Selected(min int) *Trainer {
	n := NewTrainer(t.classes)
	t.index.each(func(hash uint64, i uint32) {
		if int(t.rows[i].updates) >= min {
			n.row(hash)
		}
	})
	n.frozen = true
	return n
}

// add moves one weight of the row r.
func (t *Trainer) add(r *row, class uint8, delta int32) {
	for i := range r.entries {
		e := &r.entries[i]
		if e.class == class {
			e.total += int64(e.weight) * (t.step - e.since)
			e.since = t.step
			e.weight += delta
			return
		}
	}
	r.entries = append(r.entries, entry{class: class, weight: delta, since: t.step})
}

// A Weight is the weight of a class.
type Weight struct {
	Class uint8
	Value float64
}

// A Feature is a feature's hash with its weights.
type Feature struct {
	Hash    uint64
	Weights []Weight // by class, ascending
}

// Averaged returns the features that were updated at least min times with
// their averaged weights, in the order of their hashes.
func (t *Trainer) Averaged(min int) []Feature {
	var out []Feature
	t.index.each(func(hash uint64, i uint32) {
		r := &t.rows[i]
		if int(r.updates) < min {
			return
		}
		f := Feature{Hash: hash}
		for _, e := range r.entries {
			total := e.total + int64(e.weight)*(t.step-e.since)
			if total != 0 {
				f.Weights = append(f.Weights, Weight{e.class, float64(total) / float64(t.step)})
			}
		}
		sort.Slice(f.Weights, func(a, b int) bool { return f.Weights[a].Class < f.Weights[b].Class })
		out = append(out, f)
	})
	sort.Slice(out, func(a, b int) bool { return out[a].Hash < out[b].Hash })
	return out
}
