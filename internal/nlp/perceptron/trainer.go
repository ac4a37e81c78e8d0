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
// updated for. Scoring reads weights only, so the sums lie elsewhere.
type row struct {
	weights []entry
	sums    []sum // one for each weight
	updates int32
}

// An entry is the weight of a class.
type entry struct {
	weight int32
	class  uint8
}

// A sum is the running sum of a weight, exact up to the step since, after which
// the weight has not changed.
type sum struct {
	total int64
	since int64
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
	const batch = 64 // looked up side by side, as memory answers slowly
	var rows [batch][]entry
	for len(features) > 0 {
		n := 0
		for _, f := range features[:min(len(features), batch)] {
			if i, ok := t.index.find(f); ok {
				rows[n] = t.rows[i].weights
				n++
			}
		}
		for _, weights := range rows[:n] {
			for _, e := range weights {
				scores[e.class] += e.weight
			}
		}
		features = features[min(len(features), batch):]
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
	for i := range r.weights {
		e := &r.weights[i]
		if e.class == class {
			a := &r.sums[i]
			a.total += int64(e.weight) * (t.step - a.since)
			a.since = t.step
			e.weight += delta
			return
		}
	}
	r.weights = append(r.weights, entry{class: class, weight: delta})
	r.sums = append(r.sums, sum{since: t.step})
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
		for i, e := range r.weights {
			total := r.sums[i].total + int64(e.weight)*(t.step-r.sums[i].since)
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

// Mean returns the mean of some models, given, as it is, in the order of the
// features' hashes.
func Mean(models [][]Feature) []Feature {
	if len(models) == 1 {
		return models[0]
	}
	var all []Feature
	for _, m := range models {
		all = append(all, m...)
	}
	sort.SliceStable(all, func(a, b int) bool { return all[a].Hash < all[b].Hash })
	out := all[:0]
	for i := 0; i < len(all); {
		first := i
		for i < len(all) && all[i].Hash == all[first].Hash {
			i++
		}
		out = append(out, Feature{all[first].Hash, meanWeights(all[first:i], len(models))})
	}
	return out
}

// meanWeights returns the weights of one feature in n models, divided by n.
func meanWeights(features []Feature, n int) []Weight {
	var sums [MaxClasses]float64
	for _, f := range features {
		for _, w := range f.Weights {
			sums[w.Class] += w.Value / float64(n)
		}
	}
	var out []Weight
	for c, v := range sums {
		if v != 0 {
			out = append(out, Weight{uint8(c), v})
		}
	}
	return out
}
