package extract

import (
	"slices"
	"strings"

	"kg/internal/fact"
	"kg/internal/mention"
	"kg/internal/nlp"
	"kg/internal/when"
)

// A dated is a date expression of a sentence.
type dated struct {
	top int // the word by which it hangs in the tree
	when.Expression
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
			p.dates[i] = append(p.dates[i], dated{top(&p.sentences[i], e.First, e.End), e})
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
func (p *page) dateOf(i, w int) (string, fact.Dating) {
	best, at := maxReach+1, -1
	for k := range p.dates[i] {
		if e := &p.dates[i][k]; p.calls(i, w, e.top) || e.Measure && e.Kind == when.Since || e.Clause && !p.counted(i, w, e) {
			continue
		}
		d := p.distance(i, w, p.dates[i][k].top)
		switch e := &p.dates[i][k]; {
		case e.Clause:
			d = 0
		case e.Measure:
			d += clauseStep
		case d <= maxReach && p.moved(i, e):
			d -= clauseStep
		}
		if d < best {
			best, at = d, k
		}
	}
	if at < 0 {
		if m := p.meetingAt(i, w); m >= 0 {
			return p.reading.Entities[m].Date, p.ownDating(m)
		}
		return "", fact.Dating{}
	}
	e := &p.dates[i][at]
	return e.Date.String(), e.dating()
}

// calls reports whether the date at a word only tells which paper is meant
// ("the March draft"), and not when the predicate w holds.
func (p *page) calls(i, w, date int) bool {
	t := p.trees[i]
	head := t.Word(date).Head
	if head < 0 || head == w || !t.Is(date, "compound", "nmod:poss", "nmod:unmarked", "amod") {
		return false
	}
	for _, k := range p.set.At(i, head) {
		if p.set.Mentions[k].Type == mention.Proposal {
			return true
		}
	}
	return false
}

// counted reports whether the word w stands in the clause whose date e gives, "a
// week after she had met him": up to its first verb.
func (p *page) counted(i, w int, e *dated) bool {
	for k := e.End; k <= w && k < len(p.sentences[i].Words); k++ {
		if k == w {
			return true
		}
		if p.trees[i].Verbal(k) && p.sentences[i].Words[k].UPOS == "VERB" {
			return false
		}
	}
	return false
}

// postpones are the verbs whose "to" or "until" gives the new date of what was
// to be on another.
var postpones = map[string]bool{"postpone": true, "put": true, "delay": true, "defer": true, "push": true, "move": true, "reschedule": true, "bring": true, "shift": true, "rearrange": true}

// moved reports whether a date is the one to which something was put off.
func (p *page) moved(i int, e *dated) bool {
	t := p.trees[i]
	head := t.Word(e.top).Head
	if head < 0 || !postpones[t.Word(head).Lemma] {
		return false
	}
	switch t.Case(e.top) {
	case "to", "until", "till":
		return true
	}
	return false
}

// dating returns how the date of the expression was reckoned.
func (e *dated) dating() fact.Dating {
	d := fact.Dating{Span: e.Span, Rule: e.Rule}
	if !e.Base.IsZero() {
		d.Base = e.Base.String()
	}
	return d
}

// ownDating returns how the date that the words of an entity give was reckoned:
// by the first expression beside one of its mentions that gives that date.
func (p *page) ownDating(entity int) fact.Dating {
	date := p.reading.Entities[entity].Date
	if entity >= len(p.set.Entities) || date == "" {
		return fact.Dating{}
	}
	for _, k := range p.set.Entities[entity].Mentions {
		i := p.set.Mentions[k].Sentence
		for j := range p.dates[i] {
			if p.dates[i][j].Date.String() == date {
				return p.dates[i][j].dating()
			}
		}
	}
	return fact.Dating{}
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
		if t.Verbal(a) && p.apart(i, w) {
			break
		}
		cost += p.stepCost(i, w)
		w = t.Word(w).Head
	}
	return maxReach + 1
}

// apart reports whether the clause at w keeps its date from the verb above it:
// one that tells which thing is meant ("the plan that Chile proposed in May"),
// or what came first or next ("since they shook hands in May").
func (p *page) apart(i, w int) bool {
	t := p.trees[i]
	if t.Is(w, "acl") {
		return !p.timed(i, w) && slices.ContainsFunc(t.Kids(w), func(k int) bool { return k < w && slices.Contains(relatives, t.Word(k).XPOS) })
	}
	if t.Case(w) == "ahead of" || t.Word(w).Form == "ahead" && t.Is(w, "advmod") || t.Word(w).Form == "Ahead" {
		return true
	}
	if t.Is(w, "obl") && t.Case(w) == "following" || t.Is(w, "obl", "advcl") && strings.EqualFold(t.Word(w).Form, "following") {
		return true
	}
	if t.Is(w, "ccomp") && len(t.By(w, "nsubj")) > 0 {
		return true
	}
	if t.Is(w, "advcl") {
		for _, k := range t.By(w, "mark") {
			switch t.Word(k).Lemma {
			case "since", "before", "after", "until", "because", "although", "though", "if", "unless":
				return true
			}
		}
	}
	return false
}

// relatives are the tags of relative pronouns and adverbs.
var relatives = []string{"WDT", "WP", "WP$", "WRB"}

func (p *page) stepCost(i, w int) int {
	t := p.trees[i]
	switch {
	case t.Is(w, "acl") && p.timed(i, w):
		return 1
	case t.Is(w, "ccomp", "advcl", "acl", "parataxis", "csubj", "appos") || t.Is(w, "conj") && t.Verbal(w):
		return clauseStep
	}
	return 1
}

// happens are the verbs that say of an event only that it is, or when.
var happens = map[string]bool{
	"hold": true, "schedule": true, "set": true, "plan": true, "slate": true, "expect": true, "arrange": true, "book": true,
	"convene": true, "begin": true, "start": true, "open": true, "occur": true, "happen": true, "due": true, "fix": true, "take": true,
}

// timed reports whether the clause at w, which modifies a noun, says no more of
// it than when it is held: "the talks scheduled for Monday".
func (p *page) timed(i, w int) bool {
	t := p.trees[i]
	return happens[t.Word(w).Lemma] && (t.Word(w).Lemma != "take" || len(t.By(w, "obj")) > 0 && t.Word(t.By(w, "obj")[0]).Lemma == "place")
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
