package segment

import (
	"slices"

	"kg/internal/nlp/conllu"
	"kg/internal/source"
	"kg/internal/text"
)

// Options steer [Train]. The zero value is what the committed model was
// trained with.
type Options struct {
	Epochs int    // 0 means 10
	Seed   uint64 // of the order of the examples; 0 means 1
}

// Train learns where sentences end from treebanks, one list of sentences for
// each file, and returns the content of the model file. It is deterministic
// and takes seconds.
//
// The model is an averaged perceptron (Collins 2002) over hashed features.
func Train(treebanks [][]conllu.Sentence, opt Options) []byte {
	if opt.Epochs == 0 {
		opt.Epochs = 10
	}
	if opt.Seed == 0 {
		opt.Seed = 1
	}
	var examples []example
	for _, t := range treebanks {
		examples = append(examples, gaps(t)...)
	}
	p := averager{now: make([]float64, cellCount), sum: make([]float64, cellCount)}
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	for range opt.Epochs {
		shuffle(order, &opt.Seed)
		for _, i := range order {
			p.learn(&examples[i])
		}
	}
	return p.pack()
}

// An example is a gap of a treebank.
type example struct {
	cells []uint32
	ends  bool
}

// gaps returns the gaps of a treebank where a sentence may end, those too that
// are certain: the model judges the others better for having seen them. The
// scanner's own tokens are used, so that the model learns with its faults.
func gaps(sentences []conllu.Sentence) []example {
	sentences = placed(sentences)
	src := conllu.Text(sentences)
	last := map[int]bool{} // ends of sentences in src
	for i := range sentences {
		last[sentences[i].Span.End] = true
	}
	var out []example
	s := scanner{lx: tables(), text: src}
	b := bounds{lx: s.lx, text: src}
	for _, block := range blocksOf(sentences) {
		s.tokens = s.tokens[:0]
		s.scan(block.Span.Start, block.Span.End)
		b.reset(s.tokens)
		first := 0
		for i := 0; i < len(s.tokens)-1; i++ {
			ends := last[s.tokens[i].end]
			if b.candidate(first, i) {
				out = append(out, example{cells: b.features(nil, first, i), ends: ends})
			}
			if ends {
				first = i + 1
			}
		}
	}
	return out
}

// placed returns the sentences with their spans in the text that they make,
// which may be a part of the one that they were read from.
func placed(sentences []conllu.Sentence) []conllu.Sentence {
	out := slices.Clone(sentences)
	at := 0
	for i := range out {
		s := &out[i]
		at += len(s.Gap)
		s.Span = text.Span{Start: at, End: at + len(s.Raw)}
		at = s.Span.End
	}
	return out
}

// blocksOf returns the paragraphs of a treebank.
func blocksOf(sentences []conllu.Sentence) []source.Block {
	var out []source.Block
	for i := range sentences {
		s := &sentences[i]
		if n := len(out); n > 0 && s.Block == sentences[i-1].Block {
			out[n-1].Span.End = s.Span.End
			continue
		}
		out = append(out, source.Block{Kind: source.Paragraph, Span: text.Span{Start: s.Span.Start, End: s.Span.End}})
	}
	return out
}

// An averager trains weights and remembers their sum over time.
type averager struct {
	now, sum []float64
	step     float64
}

// learn corrects the weights if they judge the example wrongly or too weakly.
func (p *averager) learn(e *example) {
	const margin = 3
	p.step++
	score, sign := 0.0, -1.0
	for _, c := range e.cells {
		score += p.now[c]
	}
	if e.ends {
		sign = 1
	}
	if sign*score > margin {
		return
	}
	for _, c := range e.cells {
		p.now[c] += sign
		p.sum[c] += sign * p.step
	}
}

// pack returns the averaged weights, each in one byte.
func (p *averager) pack() []byte {
	top := 0.0
	mean := make([]float64, len(p.now))
	for i := range mean {
		mean[i] = p.now[i] - p.sum[i]/max(p.step, 1)
		top = max(top, mean[i], -mean[i])
	}
	out := make([]byte, len(mean))
	for i, m := range mean {
		if top > 0 {
			out[i] = byte(int8(round(m / top * 127)))
		}
	}
	return out
}

// round rounds half away from zero.
func round(x float64) int {
	if x < 0 {
		return -int(0.5 - x)
	}
	return int(x + 0.5)
}

// shuffle permutes the order by a linear congruential generator (Knuth's
// MMIX constants), the same on every machine.
func shuffle(order []int, seed *uint64) {
	for i := len(order) - 1; i > 0; i-- {
		*seed = *seed*6364136223846793005 + 1442695040888963407
		k := int((*seed >> 33) % uint64(i+1))
		order[i], order[k] = order[k], order[i]
	}
}
