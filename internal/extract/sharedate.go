package extract

import (
	"kg/internal/fact"
	"kg/internal/mention"
	"kg/internal/source"
	"kg/internal/text"
	"kg/internal/when"
	"kg/schema"
)

// shareDates lends a meeting the date of what is said of it, and what is said
// of it the meeting's date.
func (p *page) shareDates() {
	lent := map[int]fact.Dating{} // of the events that have their date from a fact
	for i := range p.facts {
		f := &p.facts[i]
		for _, e := range []int{f.Subject, f.Object} {
			if m := &p.reading.Entities[e]; datesEvent(m, f.Date) && f.Modality != schema.Denied {
				m.Date, lent[e] = f.Date, f.Evidence.Dating
			}
		}
	}
	p.shareStays(lent)
	for i := range p.facts {
		f := &p.facts[i]
		for _, e := range []int{f.Subject, f.Object} {
			m := &p.reading.Entities[e]
			if !isEvent(m) || f.Date != "" && !finer(m.Date, f.Date) && (f.Date != m.Date || f.Evidence.Dating.Rule != "") {
				continue
			}
			f.Date, f.Evidence.Dating = m.Date, p.lentDating(e, lent)
		}
	}
	p.shareOccasions(lent)
}

// datesEvent reports whether the date of a fact about e tells when e was: it
// has no date, or is a meeting that its name gives only the year or the month,
// as "the 2024 summit".
func datesEvent(e *fact.Entity, date string) bool {
	switch {
	case date == "" || !isEvent(e):
		return false
	case e.Date == "":
		return true
	}
	return e.Type == mention.Meeting && len(e.Date) < len("2006-01-02") && finer(date, e.Date)
}

// finer reports whether the date a lies within the longer date b.
func finer(a, b string) bool {
	x, err := when.Parse(a)
	y, errY := when.Parse(b)
	return err == nil && errY == nil && !x.IsZero() && !y.IsZero() && y.Contains(x) && x.Days() < y.Days()
}

func isEvent(e *fact.Entity) bool { return e.Type == mention.Meeting || e.Type == mention.Event }

// A place is a word of a sentence.
type place struct{ sentence, word int }

// An undated is what a fact told without a date rests on.
type undated struct {
	rule, relation string
	trigger        text.Span
}

// leave keeps in mind where a fact without a date stands, for dates that are
// known only when everything is read.
func (p *page) leave(f *fact.Fact, i, w int) {
	if f.Date == "" {
		p.undated[undated{f.Evidence.Rule, f.Relation, f.Evidence.Trigger}] = place{i, w}
	}
}

// shareOccasions lends what was done at a meeting the meeting's date.
func (p *page) shareOccasions(lent map[int]fact.Dating) {
	for i := range p.facts {
		f := &p.facts[i]
		at, ok := p.undated[undated{f.Evidence.Rule, f.Relation, f.Evidence.Trigger}]
		if f.Date != "" || !ok {
			continue
		}
		if m := p.meetingAt(at.sentence, at.word); m >= 0 {
			f.Date, f.Evidence.Dating = p.reading.Entities[m].Date, p.lentDating(m, lent)
		}
	}
}

// lentDating returns how the date of a meeting was reckoned: that of the fact
// which lent it, or of its own words.
func (p *page) lentDating(m int, lent map[int]fact.Dating) fact.Dating {
	if d, ok := lent[m]; ok {
		return d
	}
	return p.ownDating(m)
}

// meetingAt returns the dated meeting that the word w of sentence i names or
// has as its subject, object or occasion, for what the talks brought about
// happened when they were held; -1 if there is none.
func (p *page) meetingAt(i, w int) int {
	t := p.trees[i]
	first, end := p.set.In(i)
	for k := first; k < end; k++ {
		m := &p.set.Mentions[k]
		if m.Entity < 0 || m.Type != mention.Meeting || m.Head != w && (t.Word(m.Head).Head != w || !p.occasion(i, m.Head)) {
			continue
		}
		if p.reading.Entities[m.Entity].Date != "" {
			return m.Entity
		}
	}
	return -1
}

// occasion reports whether the noun at a word is what its verb is about or the
// occasion of it.
func (p *page) occasion(i, noun int) bool {
	t := p.trees[i]
	if t.Is(noun, "nsubj", "obj") {
		return true
	}
	switch t.Case(noun) {
	case "at", "in", "during", "for":
		return t.Is(noun, "obl")
	}
	return false
}

// A telling is what a fact says but for its date.
type telling struct {
	relation        string
	subject, object int
	modality        schema.Modality
}

// shareTold lends facts told without a date the date of the same fact told
// with it: "Berg quit. She stepped down yesterday." Only headline and lead,
// which the text goes on to tell at length, take it from other paragraphs.
func (p *page) shareTold() {
	block, lead := p.blocks()
	told := map[telling][]int{}
	for i := range p.facts {
		if f := &p.facts[i]; f.Date != "" {
			told[tellingOf(f)] = append(told[tellingOf(f)], i)
		}
	}
	for i := range p.facts {
		f := &p.facts[i]
		if f.Date != "" {
			continue
		}
		at := block[f.Evidence.Span.Start]
		if g := p.agreed(told[tellingOf(f)], func(g *fact.Fact) bool { return at <= lead || block[g.Evidence.Span.Start] == at }); g != nil {
			f.Date, f.Evidence.Dating = g.Date, g.Evidence.Dating
		}
	}
}

func tellingOf(f *fact.Fact) telling { return telling{f.Relation, f.Subject, f.Object, f.Modality} }

// agreed returns the first of the wanted facts if all of them have its date,
// else nil.
func (p *page) agreed(facts []int, wanted func(*fact.Fact) bool) *fact.Fact {
	var first *fact.Fact
	for _, k := range facts {
		switch g := &p.facts[k]; {
		case !wanted(g):
		case first == nil:
			first = g
		case first.Date != g.Date:
			return nil
		}
	}
	return first
}

// blocks returns the block of each sentence by its first byte, and the block
// of the lead, the first paragraph.
func (p *page) blocks() (block map[int]int, lead int) {
	block, lead = map[int]int{}, -1
	for i := range p.sentences {
		s := &p.sentences[i]
		block[s.Span.Start] = s.Block
		if lead < 0 && s.Block >= 0 && s.Block < len(p.doc.Blocks) && p.doc.Blocks[s.Block].Kind == source.Paragraph {
			lead = s.Block
		}
	}
	return block, lead
}
