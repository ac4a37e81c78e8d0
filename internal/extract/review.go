package extract

import (
	"slices"
	"strings"

	"kg/internal/fact"
	"kg/internal/mention"
	"kg/internal/nlp"
	"kg/internal/rule"
	"kg/internal/source"
	"kg/internal/text"
)

// Review returns what the document says, as Read does, and what came to
// nothing: sentences without a fact and words without a meaning.
func (x *Extractor) Review(doc *source.Document, sentences []nlp.Sentence) *fact.Review {
	p := x.page(doc, sentences)
	out := &fact.Review{Reading: p.reading, Open: p.open()}
	told := map[text.Span]bool{}
	for i := range p.facts {
		told[p.facts[i].Evidence.Span] = true
	}
	for i := range sentences {
		if p.tells(i) && !told[sentences[i].Span] {
			if m, ok := p.missed(i); ok {
				out.Missed = append(out.Missed, m)
			}
		}
	}
	return out
}

// missed says what came nearest to a fact in sentence i; ok is false if nothing
// in it calls for one.
func (p *page) missed(i int) (m fact.Missed, ok bool) {
	m = fact.Missed{Span: p.sentences[i].Span, Actors: p.actors(i), Reason: "no rule knows a word of it"}
	scene := &rule.Scene{Tree: p.trees[i], Arguments: p.arguments(i), Spoken: p.spoken(i)}
	near, found := p.Rules.Nearest(scene)
	if found && (near.Stage > rule.OtherTag || len(m.Actors) > 1) {
		m.Rule, m.Trigger = near.Rule.Name, p.sentences[i].Words[near.Trigger].Span
		m.Reason, m.Path = p.reason(i, &near)
		return m, true
	}
	return m, len(m.Actors) > 1
}

// actors returns the names of those in sentence i who can act, each once.
func (p *page) actors(i int) []string {
	out := []string{}
	for first, end := p.set.In(i); first < end; first++ {
		m := &p.set.Mentions[first]
		if m.Entity < 0 {
			continue
		}
		switch m.Type {
		case mention.Person, mention.Organization, mention.Country, mention.Delegation:
			if name := p.set.Entities[m.Entity].Name; !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	return out
}

// reasons say why a rule failed at a stage, and the key before the path that
// failed. "{word}" stands for the trigger, "{tag}" and "{rel}" for what it is
// read as, "{there}" for what stands where the path leads, "{want}" for the types
// that may stand there.
var reasons = map[rule.Stage]struct{ text, key string }{
	rule.OtherTag:   {"“{word}” is read as {tag}, the rule wants another part of speech", ""},
	rule.OtherPlace: {"“{word}” is {rel} of its head, the rule wants it elsewhere", ""},
	rule.OtherType:  {"“{word}” mentions nothing of the type that the rule wants", ""},
	rule.LacksNeed:  {"a condition is not met: {there}", "if: "},
	rule.MeetsBar:   {"it is barred: {there}", "unless: "},
	rule.NoSubject:  {"no subject: {there}; wanted: {want}", "from: "},
	rule.NoObject:   {"no object: {there}; wanted: {want}", "to: "},
	rule.NoPair:     {"not two: {there}; wanted: {want}", "among: "},
	rule.Matched:    {"both ends are one thing, or the office that the rule asks for is not known", ""},
}

// reason says why the rule failed, and the part of it that did.
func (p *page) reason(i int, n *rule.Near) (reason, path string) {
	w := p.trees[i].Word(n.Trigger)
	r := reasons[n.Stage]
	words := strings.NewReplacer("{word}", w.Form, "{tag}", w.UPOS, "{rel}", w.Rel, "{there}", p.there(i, n.Words), "{want}", strings.Join(n.Want, ", "))
	return words.Replace(r.text), r.key + n.Path
}

// there says what words of sentence i mean.
func (p *page) there(i int, words []int) string {
	if len(words) == 0 {
		return "no word stands there"
	}
	var parts []string
	for _, w := range words {
		parts = append(parts, "“"+p.trees[i].Word(w).Form+"” is "+p.meaning(i, w))
	}
	return strings.Join(parts, ", ")
}

// meaning says what a word mentions.
func (p *page) meaning(i, w int) string {
	open := false
	for _, k := range p.set.At(i, w) {
		m := &p.set.Mentions[k]
		if m.Entity >= 0 {
			return article(m.Type)
		}
		open = true
	}
	if open {
		return "not known to mean anyone"
	}
	return "nothing that kg knows"
}

func article(typ string) string {
	if strings.ContainsAny(typ[:1], "AEIOU") {
		return "an " + typ
	}
	return "a " + typ
}

// open returns the pronouns of the third person and the descriptions of which
// it is not known whom they mean.
func (p *page) open() []fact.Open {
	var out []fact.Open
	for k := range p.set.Mentions {
		m := &p.set.Mentions[k]
		word := p.trees[m.Sentence].Word(m.Head)
		if m.Entity >= 0 || strings.HasPrefix(word.XPOS, "W") || p.trees[m.Sentence].Is(m.Head, "expl") || m.Kind == mention.Pronoun && !m.Third() {
			continue
		}
		out = append(out, fact.Open{Span: m.Span, Sentence: p.sentences[m.Sentence].Span})
	}
	return out
}
