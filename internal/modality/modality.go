// Package modality decides how a predicate of a sentence holds: a tree and a
// word go in; asserted, planned, possible or denied, and the words that say so,
// come out.
package modality

import (
	_ "embed"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"kg/internal/frame"
	"kg/internal/nlp"
	"kg/schema"
)

//go:embed cues.yaml
var cuesYAML []byte

// maxClimb bounds the walk from a predicate to the clauses that govern it.
const maxClimb = 12

// A Finding is a modality and the word that decides it.
type Finding struct {
	Modality schema.Modality
	Cue      int // index of the deciding word; -1 where nothing qualifies the predicate
}

// A Judge knows the cue words. It is read-only and safe for concurrent use.
type Judge struct {
	auxiliaries, governors, particles, adjectives, nouns, modifiers, adverbs   map[string]schema.Modality
	negation, conditions, achieved, ties                                       map[string]bool
	hearsay, semblance, opinions, averted, refuted, focus, occurs, implicative map[string]bool
}

type cues struct {
	Auxiliaries map[string][]string `yaml:"auxiliaries"`
	Negation    []string            `yaml:"negation"`
	Governors   map[string][]string `yaml:"governors"`
	Particles   map[string][]string `yaml:"particles"`
	Adjectives  map[string][]string `yaml:"adjectives"`
	Nouns       map[string][]string `yaml:"nouns"`
	Modifiers   map[string][]string `yaml:"modifiers"`
	Adverbs     map[string][]string `yaml:"adverbs"`
	Conditions  []string            `yaml:"conditions"`
	Achieved    []string            `yaml:"achieved"`
	Ties        []string            `yaml:"ties"`
	Hearsay     []string            `yaml:"hearsay"`
	Semblance   []string            `yaml:"semblance"`
	Opinions    []string            `yaml:"opinions"`
	Averted     []string            `yaml:"averted"`
	Refuted     []string            `yaml:"refuted"`
	Focus       []string            `yaml:"focus"`
	Occurs      []string            `yaml:"occurs"`
	Implicative []string            `yaml:"implicative"`
}

// New returns a Judge with the embedded cue words.
func New() (*Judge, error) {
	var c cues
	if err := yaml.Unmarshal(cuesYAML, &c); err != nil {
		return nil, fmt.Errorf("cues.yaml: %w", err)
	}
	j := &Judge{negation: set(c.Negation), conditions: set(c.Conditions), achieved: set(c.Achieved), ties: set(c.Ties),
		hearsay: set(c.Hearsay), semblance: set(c.Semblance), opinions: set(c.Opinions), averted: set(c.Averted), refuted: set(c.Refuted), focus: set(c.Focus), occurs: set(c.Occurs), implicative: set(c.Implicative)}
	for _, t := range []struct {
		to   *map[string]schema.Modality
		from map[string][]string
	}{{&j.auxiliaries, c.Auxiliaries}, {&j.governors, c.Governors}, {&j.particles, c.Particles}, {&j.adjectives, c.Adjectives}, {&j.nouns, c.Nouns}, {&j.modifiers, c.Modifiers}, {&j.adverbs, c.Adverbs}} {
		m, err := table(t.from)
		if err != nil {
			return nil, err
		}
		*t.to = m
	}
	return j, nil
}

func set(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

func table(lists map[string][]string) (map[string]schema.Modality, error) {
	m := map[string]schema.Modality{}
	for name, words := range lists {
		status, ok := schema.ParseModality(name)
		if !ok {
			return nil, fmt.Errorf("cues.yaml: no modality is named %q", name)
		}
		for _, w := range words {
			if other, twice := m[w]; twice && other != status {
				return nil, fmt.Errorf("cues.yaml: %q is both %s and %s", w, other, status)
			}
			m[w] = status
		}
	}
	return m, nil
}

// Of returns how the predicate w holds, by its own words and by what governs
// it.
func (j *Judge) Of(t *frame.Tree, w int) Finding {
	f, referred := j.clause(t, w), false
	for i := 0; i < maxClimb; i++ {
		head := t.Word(w).Head
		if head >= 0 && t.Word(w).Rel == "acl:relcl" && unreal(t, head) {
			return combine(f, Finding{schema.Denied, head})
		}
		if head < 0 || !j.governed(t, w) {
			break
		}
		g := j.govern(t, w, head)
		if referred && g.Modality != schema.Planned {
			g = Finding{schema.Asserted, -1}
		}
		if _, apart := j.scene(t, w, head); apart || t.Is(w, "nmod") && settingCases[t.Case(w)] {
			referred = true // so it is too for the clauses above
		}
		if g.Modality == schema.Planned && g.Cue == head && backshifted(t, w, f) {
			f = g
		}
		f = combine(f, g)
		if f.Modality != schema.Asserted && t.Is(w, "conj") {
			break
		}
		w = head
	}
	return f
}

// backshifted reports whether the finding rests on a "would" that says "will"
// of a clause in the past: "vowed that it would".
func backshifted(t *frame.Tree, w int, f Finding) bool {
	if f.Modality != schema.Possible || f.Cue < 0 || !t.Is(w, "ccomp", "acl") {
		return false
	}
	form := strings.ToLower(t.Word(f.Cue).Form)
	return form == "would" || form == "'d"
}

// governed reports whether what is said of w's head is said of w too.
func (j *Judge) governed(t *frame.Tree, w int) bool {
	switch {
	case t.Is(w, "ccomp") && semicolon(t, w):
		return false
	case t.Is(w, "xcomp", "ccomp", "obj", "nsubj:pass", "csubj", "advcl"):
		return true
	case t.Is(w, "conj"):
		return len(t.By(w, "nsubj", "aux")) == 0 || t.Unsaid(w)
	case t.Is(w, "nsubj"):
		return !t.Verbal(w)
	case t.Word(w).Rel == "acl:relcl":
		return false
	case t.Is(w, "acl"):
		return infinitive(t, w) || marked(t, w, "of") || j.content(t, w)
	case t.Is(w, "obl", "nmod"):
		return complementCases[t.Case(w)] && w > t.Word(w).Head || settingCases[t.Case(w)]
	}
	return false
}

// semicolon reports whether a semicolon parts the clause w from the head that the
// parser gave it.
func semicolon(t *frame.Tree, w int) bool {
	for k := t.Word(w).Head + 1; k < w; k++ {
		if t.Word(k).Form == ";" {
			return true
		}
	}
	return false
}

// content reports whether the clause w says what its noun is: "the risk that",
// "the prospect of Chile leaving".
func (j *Judge) content(t *frame.Tree, w int) bool {
	if _, ok := j.nouns[strings.ToLower(t.Word(t.Word(w).Head).Lemma)]; !ok {
		return false
	}
	return marked(t, w, "that") || t.Word(w).XPOS == "VBG" && t.Case(w-1) == "of"
}

// settingCases are the prepositions behind which a clause names the event it
// is set in: what will be done at a meeting lies as far ahead as the meeting.
var settingCases = map[string]bool{"at": true, "during": true, "in": true}

// complementCases are the prepositions by which a verb or noun governs its
// complement: "calls for talks", "hopes of a meeting".
var complementCases = map[string]bool{"for": true, "on": true, "to": true, "of": true, "about": true}

func infinitive(t *frame.Tree, w int) bool {
	return marked(t, w, "to")
}

func marked(t *frame.Tree, w int, form string) bool {
	for _, k := range t.By(w, "mark") {
		if strings.EqualFold(t.Word(k).Form, form) {
			return true
		}
	}
	return false
}

// govern judges w by its head: what the head itself says of its complement,
// joined with how the head holds.
func (j *Judge) govern(t *frame.Tree, w, head int) Finding {
	own := Finding{schema.Asserted, -1}
	if set, apart := j.scene(t, w, head); apart {
		return set
	}
	if t.Is(w, "nsubj") && j.refuted[t.Word(head).Lemma] {
		return Finding{schema.Denied, head}
	}
	if cue := j.instead(t, w); t.Is(w, "advcl", "xcomp", "obl") && cue >= 0 {
		return Finding{schema.Denied, cue}
	}
	if t.Is(w, "advcl") && !j.tied(t, w) || t.Is(w, "conj") || t.Is(w, "nsubj") && t.LightVerb(w) != head || t.Is(w, "obl") && t.Verbal(w) {
		return j.above(t, w, head)
	}
	if status, ok := j.verdict(t, w, head); ok {
		own = Finding{status, head}
	}
	f := join(own, j.clause(t, head))
	if f.Modality == schema.Denied && f.Cue != head && t.Is(w, "ccomp") && j.opinions[t.Word(head).Lemma] {
		return Finding{schema.Possible, f.Cue}
	}
	return f
}

// verdict returns what the governor says of its complement, if anything.
func (j *Judge) verdict(t *frame.Tree, w, head int) (schema.Modality, bool) {
	lemma := strings.ToLower(t.Word(head).Lemma)
	if t.Is(w, "xcomp") {
		switch {
		case lemma == "be":
			return schema.Planned, true // "is to meet"
		case j.semblance[lemma], j.hearsay[lemma] && t.Passive(head):
			return schema.Possible, true
		}
	}
	for _, k := range t.By(head, "compound:prt", "advmod") {
		if status, ok := j.particles[lemma+" "+strings.ToLower(t.Word(k).Form)]; ok {
			return status, true
		}
	}
	status, ok := j.lexical(t.Word(head))[lemma]
	return status, ok
}

// tied reports whether a participle is the complement of its verb.
func (j *Judge) tied(t *frame.Tree, w int) bool {
	if bare(t, w) {
		return true
	}
	if _, ok := j.adjectives[t.Word(t.Word(w).Head).Lemma]; ok && infinitive(t, w) {
		return true // "free to leave"
	}
	for _, m := range t.By(w, "mark", "case") {
		if j.ties[strings.ToLower(t.Word(m).Form)] {
			return true
		}
	}
	return false
}

// scene judges an event that a clause only refers to or is set in, as "attend
// the summit" or "at the summit": it lies ahead if the clause does, but to deny
// or doubt the clause is not to deny or doubt the event.
func (j *Judge) scene(t *frame.Tree, w, head int) (f Finding, apart bool) {
	if t.Word(w).UPOS != "NOUN" || !t.Is(w, "obj", "obl", "nsubj:pass") || !t.Verbal(head) || t.LightVerb(w) == head {
		return f, false
	}
	_, lexical := j.lexical(t.Word(head))[strings.ToLower(t.Word(head).Lemma)]
	if lexical && !settingCases[t.Case(w)] {
		return f, false
	}
	if f = j.clause(t, head); f.Modality != schema.Planned {
		f = Finding{schema.Asserted, -1}
	}
	return f, true
}

// bare reports whether w is an -ing form that follows its verb without mark or
// comma: "denied having left".
func bare(t *frame.Tree, w int) bool {
	first, _ := t.Subtree(w)
	return t.Word(first).XPOS == "VBG" && first > 0 && t.Word(first-1).Form != "," && len(t.By(w, "mark", "nsubj")) == 0 && t.Word(w).Head < first &&
		len(t.By(t.Word(w).Head, "obj")) == 0
}

// lexical returns the table for the part of speech of a governor.
func (j *Judge) lexical(head *nlp.Word) map[string]schema.Modality {
	switch head.UPOS {
	case "NOUN":
		return j.nouns
	case "ADJ":
		return j.adjectives
	}
	return j.governors
}

// combine returns the weaker of two judgements of one predicate.
func combine(a, b Finding) Finding {
	if b.Modality > a.Modality {
		return b
	}
	return a
}

// join returns how a complement holds: a denied governor denies what it
// plans, but leaves open what it denies ("did not reject").
func join(own, governor Finding) Finding {
	if own.Modality == schema.Denied && governor.Modality == schema.Denied {
		return Finding{schema.Possible, governor.Cue}
	}
	return combine(own, governor)
}
