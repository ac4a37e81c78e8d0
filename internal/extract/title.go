package extract

import (
	"kg/internal/mention"
	"kg/internal/text"
	"kg/schema"
)

// titles adds what the offices and kinships beside the names say, and notes
// the body of each person's office for rules that speak of giving it up.
func (p *page) titles() {
	p.offices = map[int]int{}
	for k := range p.set.Mentions {
		m := &p.set.Mentions[k]
		if m.Entity < 0 {
			continue
		}
		for j := range m.Titles {
			p.title(k, &m.Titles[j], p.score(k))
		}
		if m.Of >= 0 && p.set.Mentions[m.Of].Entity >= 0 {
			p.owned(k, m)
		}
	}
}

// owned adds what it says of a thing that it is somebody's.
func (p *page) owned(k int, m *mention.Mention) {
	for _, r := range p.Rules.Owners(m.Type) {
		for i := range r.Emit {
			if e := &r.Emit[i]; e.Allows(m.Type, p.set.Mentions[m.Of].Type) {
				p.add(p.fact(m.Sentence, m.Head, r, e.Relation, k, m.Of))
			}
		}
	}
}

func (p *page) title(holder int, t *mention.Title, score float64) {
	if t.Of < 0 || p.set.Mentions[t.Of].Entity < 0 {
		return
	}
	m := &p.set.Mentions[holder]
	body := &p.set.Mentions[t.Of]
	kind := "office"
	switch {
	case t.Kin:
		kind = "kin"
	case t.Text == "":
		kind = "side" // "Chile's Ana Gil"
	}
	if kind == "office" {
		if _, ok := p.offices[m.Entity]; !ok {
			p.offices[m.Entity] = t.Of
		}
	}
	for _, r := range p.Rules.ForTitle(kind, t.Class) {
		for i := range r.Emit {
			e := &r.Emit[i]
			if !e.Allows(m.Type, body.Type) {
				continue
			}
			f := p.fact(m.Sentence, t.First, r, e.Relation, holder, t.Of)
			words := p.sentences[m.Sentence].Words
			f.Evidence.Trigger = text.Span{Start: words[t.First].Span.Start, End: words[t.End-1].Span.End}
			f.Role, f.Modality, f.Score = t.Text, schema.Asserted, score
			p.add(f)
		}
	}
}
