package extract

import (
	"kg/internal/fact"
	"kg/internal/mention"
	"kg/internal/nlp"
	"kg/internal/when"
	"kg/schema"
)

// A dated is a date expression of a sentence.
type dated struct {
	top  int // the word by which it hangs in the tree
	date when.Date
}

const (
	clauseStep = 4 // what it costs to cross from one clause into another
	maxReach   = 7 // how far a date reaches through the tree
)

// findDates reads the date expressions of all sentences.
func (p *page) findDates() {
	anchor, _ := when.Parse(p.doc.Date)
	p.dates = make([][]dated, len(p.sentences))
	for i, found := range when.All(p.sentences, anchor) {
		for _, e := range found {
			p.dates[i] = append(p.dates[i], dated{top(&p.sentences[i], e.First, e.End), e.Date})
		}
	}
}

// top returns the word of [first, end) whose head lies outside.
func top(s *nlp.Sentence, first, end int) int {
	for w := first; w < end; w++ {
		if h := s.Words[w].Head; h < first || h >= end {
			return w
		}
	}
	return first
}

// dateOf returns the date that belongs to the predicate w of sentence i: the
// one nearest in the tree, within the same clause rather than in another.
func (p *page) dateOf(i, w int) string {
	best, at := maxReach+1, -1
	for k := range p.dates[i] {
		if d := p.distance(i, w, p.dates[i][k].top); d < best {
			best, at = d, k
		}
	}
	if at < 0 {
		return ""
	}
	return p.dates[i][at].date.String()
}

// distance returns the length of the way between two words of the tree, with
// clause borders counted as long steps.
func (p *page) distance(i, a, b int) int {
	t := p.trees[i]
	up := map[int]int{}
	cost := 0
	for w, n := a, 0; w >= 0 && n < 40; n++ {
		up[w] = cost
		cost += p.stepCost(i, w)
		w = t.Word(w).Head
	}
	cost = 0
	for w, n := b, 0; w >= 0 && n < 40; n++ {
		if c, ok := up[w]; ok {
			return c + cost
		}
		cost += p.stepCost(i, w)
		w = t.Word(w).Head
	}
	return maxReach + 1
}

func (p *page) stepCost(i, w int) int {
	t := p.trees[i]
	if t.Is(w, "ccomp", "advcl", "acl", "parataxis", "csubj", "appos") || t.Is(w, "conj") && t.Verbal(w) {
		return clauseStep
	}
	return 1
}

// future reports whether a date lies wholly after the day of writing.
func (p *page) future(date string) bool {
	d, err := when.Parse(date)
	anchor, _ := when.Parse(p.doc.Date)
	return err == nil && !d.IsZero() && !anchor.IsZero() && d.First > anchor.Last
}

// past reports whether a date lies wholly before the day of writing.
func (p *page) past(date string) bool {
	d, err := when.Parse(date)
	anchor, _ := when.Parse(p.doc.Date)
	return err == nil && !d.IsZero() && !anchor.IsZero() && d.Last < anchor.First
}

// shareDates lends a meeting the date of what is said of it, and what is said
// of it the meeting's date.
func (p *page) shareDates() {
	for i := range p.facts {
		f := &p.facts[i]
		for _, e := range []int{f.Subject, f.Object} {
			if m := &p.reading.Entities[e]; isEvent(m) && m.Date == "" && f.Modality != schema.Denied {
				m.Date = f.Date
			}
		}
	}
	for i := range p.facts {
		f := &p.facts[i]
		for _, e := range []int{f.Subject, f.Object} {
			if m := &p.reading.Entities[e]; isEvent(m) && f.Date == "" {
				f.Date = m.Date
			}
		}
	}
}

func isEvent(e *fact.Entity) bool { return e.Type == mention.Meeting || e.Type == mention.Event }
