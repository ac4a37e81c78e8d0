package extract

import (
	"fmt"
	"slices"
	"strings"

	"kg/internal/fact"
	"kg/internal/frame"
	"kg/internal/mention"
	"kg/internal/modality"
	"kg/internal/rule"
	"kg/internal/text"
	"kg/schema"
)

// sentence adds the facts that the rules find in sentence i.
func (p *page) sentence(i int) {
	scene := &rule.Scene{Tree: p.trees[i], Arguments: p.arguments(i), Spoken: p.spoken(i)}
	for _, m := range p.Rules.Matches(scene) {
		p.match(i, &m, m.Judged(scene))
	}
}

// arguments returns the look-up of what a word of sentence i mentions: itself
// (rank 0), or what stands behind it (rank 1): the country of "Chilean troops",
// the delegation of "members of the delegation".
func (p *page) arguments(i int) func(w int) []rule.Argument {
	known := make([][]rule.Argument, len(p.sentences[i].Words))
	done := make([]bool, len(known))
	return func(w int) []rule.Argument {
		if !done[w] {
			known[w], done[w] = p.argument(i, w), true
		}
		return known[w]
	}
}

func (p *page) argument(i, w int) []rule.Argument {
	if p.inTitle(i, w) {
		return nil
	}
	named, spelled := p.named(i, w), p.spelledOut(i, w, "appos")
	if p.thing(named) && len(spelled) > 0 && p.set.Mentions[spelled[0]].Type == mention.Person {
		spelled = nil // "the summit, attended by the chair, Ana Gil": hung too high
	}
	if len(spelled) > 0 && !p.anyNamed(named) {
		named, spelled = spelled, named // "the firm, Banco Sol"
	}
	out := p.ranked(nil, named, 0)
	for _, list := range [][]int{p.behind(i, w), spelled, p.included(i, w), p.placed(i, w), p.describedBy(i, w)} {
		out = p.ranked(out, list, 1)
	}
	return out
}

// inTitle reports whether w is the body in the words between an office and the
// name of its holder, "President of the Harbour League Karl Lund", where the
// parser took it for an actor of the clause.
func (p *page) inTitle(i, w int) bool {
	if !p.trees[i].Is(w, "nsubj", "obj", "obl") {
		return false
	}
	first, end := p.set.In(i)
	for k := first; k < end; k++ {
		m := &p.set.Mentions[k]
		for _, t := range m.Titles {
			if t.Of < 0 || w < t.End || w >= m.First {
				continue
			}
			if of := &p.set.Mentions[t.Of]; of.Sentence == i && of.First <= w && w < of.End && of.End == m.First {
				return true
			}
		}
	}
	return false
}

// ranked adds the mentions that mean something as arguments of that rank.
func (p *page) ranked(out []rule.Argument, mentions []int, rank int) []rule.Argument {
	for _, k := range mentions {
		if m := &p.set.Mentions[k]; m.Entity >= 0 {
			out = append(out, rule.Argument{Mention: k, Type: m.Type, Nation: m.Kind == mention.Demonym, Rank: rank})
		}
	}
	return out
}

// thing reports whether the mentions are of what is no actor.
func (p *page) thing(mentions []int) bool {
	if len(mentions) == 0 {
		return false
	}
	switch p.set.Mentions[mentions[0]].Type {
	case mention.Meeting, mention.Proposal, mention.Event, mention.Place:
		return true
	}
	return false
}

func (p *page) anyNamed(mentions []int) bool {
	for _, k := range mentions {
		if p.set.Mentions[k].Kind == mention.Named {
			return true
		}
	}
	return false
}

// named returns the mentions of which w is the head or, failing that, the one
// that w belongs to: as a part of a name, or as the office beside it.
func (p *page) named(i, w int) []int {
	if selves[strings.ToLower(p.sentences[i].Words[w].Form)] {
		if k := p.voice(i, w); k >= 0 {
			return []int{k}
		}
	}
	if at := p.set.At(i, w); len(at) > 0 {
		if first := p.set.Mentions[at[0]].First; first > w && p.sentences[i].Words[w].XPOS == "NNS" {
			if row := p.namesOf(i, []int{first}); len(row) > 1 {
				return row // "party leaders Gil and Lund"
			}
		}
		return at
	}
	first, end := p.set.In(i)
	for k := first; k < end; k++ {
		m := &p.set.Mentions[k]
		if m.Kind == mention.Named && m.First <= w && w < m.End || titled(m, w) {
			return p.sharing(i, k, w)
		}
	}
	return p.described(i, w)
}

// described returns the name that stands right after the common noun w and is
// described by it ("the lender Banco Sol"), if the parser ties them together at
// all; nil otherwise.
func (p *page) described(i, w int) []int {
	t := p.trees[i]
	if t.Word(w).UPOS != "NOUN" || w+1 >= len(t.Sentence.Words) {
		return nil
	}
	first, end := p.set.In(i)
	for k := first; k < end; k++ {
		m := &p.set.Mentions[k]
		if m.Kind != mention.Named || m.First != w+1 || m.Type != mention.Person && m.Type != mention.Organization {
			continue
		}
		if t.Word(m.Head).Head == w || t.Word(w).Head == m.Head || t.Word(m.Head).Head == t.Word(w).Head && len(t.By(m.Head, "case")) == 0 || t.Is(m.Head, "parataxis", "appos", "list", "flat", "dep") {
			return []int{k}
		}
	}
	return nil
}

// sharing returns the mentions that share with k the office that is named by
// the plural w ("two leaders, Gil and Lund"), k first.
func (p *page) sharing(i, k, w int) []int {
	out := []int{k}
	if p.sentences[i].Words[w].XPOS != "NNS" {
		return out
	}
	_, end := p.set.In(i)
	for k++; k < end; k++ {
		if titled(&p.set.Mentions[k], w) {
			out = append(out, k)
		}
	}
	return out
}

func titled(m *mention.Mention, w int) bool {
	for _, t := range m.Titles {
		if t.First <= w && w < t.End && !t.Kin && t.Text != "" {
			return true
		}
	}
	return false
}

// behind returns the mentions that the noun w stands in for.
func (p *page) behind(i, w int) []int {
	t := p.trees[i]
	var out []int
	for _, k := range p.set.At(i, w) {
		if of := p.set.Mentions[k].Of; of >= 0 && p.set.Mentions[k].Type != mention.Proposal { // a plan is not its author
			out = append(out, of)
		}
	}
	lemma := t.Word(w).Lemma
	var words []int
	switch {
	case p.estranged(i, w):
	case p.Rules.StandIns[lemma]:
		words = t.By(w, "nmod:poss", "amod", "compound")
		words = append(words, t.Complements(w, []string{"of", "from"})...)
	case p.Rules.Parts[lemma]:
		words = t.Complements(w, []string{"of", "from", "in"})
	}
	for _, x := range words {
		for _, c := range t.Conjuncts(x) {
			out = append(out, p.set.At(i, c)...)
		}
	}
	return out
}

// estranged reports whether the noun is for those who are no longer of a body
// and do not stand in for it: "former members".
func (p *page) estranged(i, w int) bool {
	for _, k := range p.trees[i].By(w, "amod", "compound") {
		switch strings.ToLower(p.trees[i].Word(k).Form) {
		case "former", "ex", "onetime", "one-time", "erstwhile", "expelled", "breakaway", "renegade", "dissident":
			return true
		}
	}
	return false
}

// inclusions are the prepositions that name some of those just spoken of.
var inclusions = []string{"including", "such as", "like", "namely", "notably"}

// spelledOut returns the names that hang on the noun w by the relation: "two
// nationals, Deng and Lu".
func (p *page) spelledOut(i, w int, rel string) []int {
	return p.namesOf(i, p.trees[i].By(w, rel))
}

// included returns the names of some of those that the noun w speaks of:
// "oligarchs, including Orlov".
func (p *page) included(i, w int) []int {
	t := p.trees[i]
	return p.namesOf(i, append(t.Complements(w, inclusions), t.Members(w)...))
}

// describedBy returns the name that the noun w is set beside: "Gil, the lawyer
// who speaks for Lund".
func (p *page) describedBy(i, w int) []int {
	t := p.trees[i]
	if h := t.Word(w).Head; h >= 0 && t.Is(w, "appos") {
		return p.namesOf(i, []int{h})
	}
	return nil
}

func (p *page) namesOf(i int, words []int) []int {
	var out []int
	for _, x := range words {
		if p.trees[i].Listed(x) {
			continue
		}
		for _, c := range p.trees[i].Conjuncts(x) {
			for _, k := range p.named(i, c) {
				if p.set.Mentions[k].Kind == mention.Named {
					out = append(out, k)
				}
			}
		}
	}
	return out
}

// placed returns the place by which a noun is called: "the Lima airport".
func (p *page) placed(i, w int) []int {
	t := p.trees[i]
	if t.Word(w).UPOS != "NOUN" || slices.ContainsFunc(p.set.At(i, w), func(k int) bool { return p.set.Mentions[k].Type == mention.Proposal }) {
		return nil // "the Lima airport plan" is no place
	}
	var out []int
	words := t.By(w, "compound")
	for _, x := range t.By(w, "compound") {
		words = append(words, t.By(x, "compound")...) // "the Lima airport hotel"
	}
	for _, x := range words {
		for _, k := range p.set.At(i, x) {
			if p.set.Mentions[k].Type == mention.Place {
				out = append(out, k)
			}
		}
	}
	return out
}

// match turns what a rule found into a fact that holds as the word w does.
func (p *page) match(i int, m *rule.Match, w int) {
	object := m.Object.Mention
	if m.Emission.Office {
		of, ok := p.offices[p.set.Mentions[object].Entity]
		if !ok || !m.Emission.Accepts(p.set.Mentions[of].Type) {
			return
		}
		object = of
	}
	if m.Emission.State {
		if object = p.stateOf(i, m); object < 0 {
			return
		}
	}
	finding := p.Judge.Of(p.trees[i], w)
	f := p.fact(i, m.Trigger, m.Rule, m.Emission.Relation, m.Subject.Mention, object)
	f.Role = p.role(i, m)
	p.status(&f, i, w, finding, m.Emission.Modality)
	if m.Emission.Modality != schema.Asserted {
		p.leave(&f, i, w)
	}
	switch max(m.Subject.Sense, m.Object.Sense) {
	case frame.Not:
		if f.Modality == schema.Denied {
			f.Modality = schema.Asserted // "Peru, unlike Chile, has not signed"
		} else {
			f.Modality = schema.Denied
		}
	case frame.Contrary:
		if f.Modality == schema.Denied {
			f.Modality = schema.Asserted
		}
	}
	switch {
	case f.Modality != schema.Asserted:
	case m.Object.Before:
		f.Modality, f.Date, f.Evidence.Dating = p.entityModality(f.Object), "", fact.Dating{}
	case m.Subject.Before:
		f.Modality, f.Date, f.Evidence.Dating = p.entityModality(f.Subject), "", fact.Dating{}
	}
	p.addNew(f)
	if _, known := p.offices[f.Subject]; f.Role != "" && !known && f.Modality == schema.Asserted {
		p.offices[f.Subject] = object
	}
}

// fact starts a fact between two mentions with its evidence.
func (p *page) fact(i, trigger int, r *rule.Rule, relation string, subject, object int) fact.Fact {
	s := &p.sentences[i]
	claimed := -1
	if k := p.claimant(i, trigger); k >= 0 {
		claimed = p.set.Mentions[k].Entity
	}
	return fact.Fact{
		Relation: relation,
		Subject:  p.set.Mentions[subject].Entity,
		Object:   p.set.Mentions[object].Entity,
		Modality: schema.Asserted,
		Claimed:  claimed,
		Score:    p.score(subject, object),
		Evidence: fact.Evidence{
			Span: s.Span, Trigger: s.Words[trigger].Span, Rule: r.Name,
			Subject: p.set.Mentions[subject].Span, Object: p.set.Mentions[object].Span,
		},
	}
}

// score is lower where an argument is only a pronoun or a description.
func (p *page) score(mentions ...int) float64 {
	score := 0.95
	for _, k := range mentions {
		switch m := &p.set.Mentions[k]; {
		case m.Kind == mention.Pronoun:
			score -= 0.2
		case m.Anaphor():
			score -= 0.1
		}
	}
	return score
}

// status gives f its modality and date. A rule that says "asserted" speaks of
// what the sentence takes for granted, whatever becomes of the predicate; what
// lies after the day of writing is not yet asserted.
func (p *page) status(f *fact.Fact, i, trigger int, finding modality.Finding, rule schema.Modality) {
	f.Modality = finding.Modality
	if rule == schema.Asserted {
		f.Modality = rule
		return
	}
	if finding.Cue >= 0 {
		f.Evidence.Cue = p.sentences[i].Words[finding.Cue].Span
	}
	if rule != 0 && f.Modality == schema.Asserted || rule == schema.Denied && f.Modality == schema.Planned { // "will skip the talks"
		f.Modality = rule
	}
	f.Date, f.Evidence.Dating = p.dateOf(i, trigger)
	switch {
	case f.Modality == schema.Asserted && p.future(f.Date):
		f.Modality = schema.Planned
	case f.Modality == schema.Planned && p.past(f.Date) && p.still(i, finding.Cue):
		f.Date, f.Evidence.Dating = "", fact.Dating{} // the day is that of the saying
	case f.Modality == schema.Planned && rule == 0 && p.past(f.Date):
		f.Modality, f.Evidence.Cue = schema.Asserted, text.Span{}
	}
}

// still reports whether the word that makes a plan of what is told says that
// it is one on the day of writing: "will", not "would" or "was to".
func (p *page) still(i, cue int) bool {
	if cue < 0 {
		return false
	}
	w := &p.sentences[i].Words[cue]
	return w.XPOS == "MD" && strings.EqualFold(w.Lemma, "will") && !strings.EqualFold(w.Form, "would")
}

// role returns the words for the role that the rule asks for.
func (p *page) role(i int, m *rule.Match) string {
	if m.Emission.Role == nil {
		return ""
	}
	t := p.trees[i]
	words := m.Emission.Role.Words(&rule.Scene{Tree: t, Arguments: p.arguments(i)}, m.Trigger)
	if len(words) == 0 {
		return ""
	}
	first, last := words[0], words[0]
	for first > 0 && partOfRole(t, first-1, last) {
		first--
	}
	span := text.Span{Start: t.Word(first).Span.Start, End: t.Word(last).Span.End}
	return span.Of(p.doc.Text)
}

// partOfRole reports whether the word before an office belongs to its name:
// "deputy foreign" in "deputy foreign minister".
func partOfRole(t *frame.Tree, k, office int) bool {
	if head := t.Word(k).Head; head <= k || head > office {
		return false
	}
	return t.Is(k, "amod", "compound", "punct") && len(t.By(k, "aux:pass")) == 0 && t.Word(k).Form != "," && t.Word(k).UPOS != "PROPN"
}

// addNew keeps f unless the sentence says the same already, by whatever name
// the office goes.
func (p *page) addNew(f fact.Fact) {
	if !p.seen[told(&f)] {
		p.add(f)
	}
}

func told(f *fact.Fact) string {
	return fmt.Sprint(f.Relation, f.Subject, f.Object, f.Modality, f.Evidence.Span.Start)
}

// add keeps f unless its like stands already in the same sentence.
func (p *page) add(f fact.Fact) {
	if f.Subject == f.Object || f.Subject < 0 || f.Object < 0 {
		return
	}
	key := fmt.Sprint(f.Relation, f.Subject, f.Object, f.Modality, f.Role, f.Evidence.Span.Start)
	if p.seen[key] {
		return
	}
	p.seen[key], p.seen[told(&f)] = true, true
	p.facts = append(p.facts, f)
}
