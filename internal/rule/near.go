package rule

import (
	"maps"
	"slices"
	"strings"
)

// A Stage says how far a rule came at a word before it failed. Later ones are
// nearer to a match.
type Stage uint8

// The stages, in the order in which a rule is tried.
const (
	OtherTag   Stage = iota + 1 // the word is of another part of speech
	OtherPlace                  // it depends on its head by another relation
	OtherType                   // it mentions nothing of the wanted types
	LacksNeed                   // a path of if: leads nowhere
	MeetsBar                    // a path of unless: leads somewhere
	NoSubject                   // from: leads to nothing that may be the subject
	NoObject                    // to: leads to nothing that may be the object
	NoPair                      // among: leads to fewer than two
	Matched                     // all was found
)

// A Near is a rule that a word of a sentence calls up, and how far it came.
type Near struct {
	Rule     *Rule
	Emission *Emission // the one that came farthest; nil before NoSubject
	Trigger  int       // the word
	Stage    Stage
	Path     string   // that failed, as the rule writes it; empty before LacksNeed and for Matched
	Words    []int    // where that path leads, types apart
	Want     []string // from NoSubject to NoPair: the entity types that may stand there, sorted
}

// Nearest returns the rule that came farthest at any word of the scene that a
// rule names as its trigger, auxiliaries apart; among equals the first word's,
// then the first rule. ok is false if no rule names any of the words.
func (set *Set) Nearest(s *Scene) (best Near, ok bool) {
	for w := range s.Tree.Sentence.Words {
		if s.Tree.Word(w).UPOS == "AUX" {
			continue // in nearly every sentence
		}
		for _, r := range set.byLemma[strings.ToLower(s.Tree.Word(w).Lemma)] {
			if n := r.near(s, w); n.nearer(&best) {
				best = n
			}
		}
	}
	return best, best.Stage > 0
}

// nearer reports whether n came farther than o: to a later stage, or as far and
// to words that only lack the right type.
func (n *Near) nearer(o *Near) bool {
	return n.Stage > o.Stage || n.Stage == o.Stage && len(n.Words) > 0 && len(o.Words) == 0
}

func (r *Rule) near(s *Scene, w int) Near {
	n := Near{Rule: r, Trigger: w}
	word := s.Tree.Word(w)
	switch {
	case r.tags != nil && !r.tags[word.UPOS] && !r.tags[word.XPOS] && !(r.tags["VERB"] && s.Tree.Acts(w)):
		n.Stage = OtherTag
		return n
	case r.rels != nil && !s.Tree.Is(w, r.rels...):
		n.Stage = OtherPlace
		return n
	case r.types != nil && !mentions(s.Arguments(w), r.types):
		n.Stage = OtherType
		return n
	}
	for _, p := range r.needs {
		if !p.leads(s, w) {
			n.Stage, n.Path, n.Words = LacksNeed, p.source, p.untyped(s, w)
			return n
		}
	}
	for _, p := range r.bars {
		if p.leads(s, w) {
			n.Stage, n.Path, n.Words = MeetsBar, p.source, p.Words(s, w)
			return n
		}
	}
	for i := range r.Emit {
		if m := r.Emit[i].near(s, w); m.Stage > n.Stage {
			m.Rule, m.Trigger, m.Emission = r, w, &r.Emit[i]
			n = m
		}
	}
	return n
}

// near tells how far an emission comes.
func (e *Emission) near(s *Scene, w int) Near {
	fail := func(stage Stage, p *Path, want map[string]bool) Near {
		return Near{Stage: stage, Path: p.source, Words: p.untyped(s, w), Want: slices.Sorted(maps.Keys(want))}
	}
	found := len(e.From.arguments(s, w, e.from))
	switch {
	case e.Among && found < 2:
		return fail(NoPair, e.From, e.from)
	case found == 0:
		return fail(NoSubject, e.From, e.from)
	case e.Among || e.To == nil:
		return Near{Stage: Matched}
	}
	objects := e.to
	if e.Office {
		objects = e.from
	}
	if len(e.To.arguments(s, w, objects)) == 0 {
		return fail(NoObject, e.To, objects)
	}
	return Near{Stage: Matched}
}

// untyped returns where any alternative of the path leads from w if the types
// that its last steps ask for are left out of account.
func (p *Path) untyped(s *Scene, w int) []int {
	var out []int
	for _, u := range p.alternatives {
		for _, seq := range u {
			free := slices.Clone(seq)
			free[len(free)-1].types = nil
			for _, x := range free.words(s, w) {
				if !contains(out, x) {
					out = append(out, x)
				}
			}
		}
	}
	return out
}
