// Package rule holds the language of the extraction rules: YAML files go in,
// and for each sentence come out the relations whose trigger and arguments its
// dependency tree shows. It names no relation itself. The language follows the
// example of Odin (Valenzuela-Escárcega et al., 2016).
package rule

import (
	"strings"

	"kg/internal/frame"
	"kg/schema"
)

// A Scene is one sentence with what its words mention.
type Scene struct {
	Tree *frame.Tree
	// Arguments returns what word w mentions, best reading first; nil if
	// nothing. It must give the same answer every time.
	Arguments func(w int) []Argument
	// Spoken returns what of those types the text before the sentence spoke of
	// last; nil if nothing near. It may be nil itself.
	Spoken func(types map[string]bool) []Argument
}

// An Argument is an entity mentioned by a word.
type Argument struct {
	Mention int         // an index that only the caller understands
	Type    string      // an entity type of the schema
	Nation  bool        // named by an adjective or noun of nationality: "Chilean"
	Before  bool        // spoken of before the sentence, not in it
	Rank    int         // 0 for what the word names itself; more for what is understood behind it
	Sense   frame.Sense // how the predicate holds of it, if it is only named in passing
}

// A Match is one relation that a rule found.
type Match struct {
	Rule            *Rule
	Emission        *Emission
	Trigger         int      // the word that set the rule off
	Subject, Object Argument // of an Emission with Office, Object is whose office it is; with State, the Subject again
}

// A Rule looks for one construction.
type Rule struct {
	Name    string
	File    string // where it stands
	Line    int
	Note    string // why it is as it is, for readers; empty for most
	Yes     []Example
	No      []Example
	Emit    []Emission
	lemmas  map[string]bool
	tags    map[string]bool
	types   map[string]bool
	rels    []string
	needs   []*Path
	bars    []*Path
	titles  map[string]bool
	quotes  map[string]bool
	bridges map[string]bool
	owners  map[string]bool
	through map[string]bool
}

// pseudo reports whether the rule is set off by something other than a word of
// a tree.
func (r *Rule) pseudo() bool {
	return r.titles != nil || r.quotes != nil || r.bridges != nil || r.owners != nil || r.through != nil
}

// An Emission is one relation that a rule gives.
type Emission struct {
	Relation string
	Modality schema.Modality // what the sentence asserts is that; Asserted overrides all that it says; zero leaves it
	Role     *Path           // leads to the noun phrase that is the role; nil for none
	Status   *Path           // leads to the word by whose modality and date the fact goes; nil for the trigger
	From, To *Path
	Office   bool            // the object is the body in which whom To leads to holds office, or the subject itself where To is nil
	State    bool            // the object is the state in which the Role is held, as the text implies it; To is nil
	Among    bool            // every pair of From's arguments; To is not used
	With     []string        // relations of which the subject must have one for this one to hold; nil for none
	from, to map[string]bool // the entity types that the schema and the rule allow
}

// A Set is all rules, indexed by what sets them off. It is read-only and safe
// for concurrent use.
type Set struct {
	Rules    []*Rule         // in the order of the files
	Light    map[string]bool // verbs that lend their arguments to a noun
	StandIns map[string]bool // nouns that act for the country or body beside them: "troops"
	Parts    map[string]bool // nouns that stand for what follows "of": "members of"
	byLemma  map[string][]*Rule
	byType   map[string][]*Rule
	titles   []*Rule
	quotes   []*Rule
	bridges  []*Rule
	owners   []*Rule
	through  []*Rule
}

// Matches returns the relations found in a scene, in the order of their
// triggers and then of the rules.
func (set *Set) Matches(s *Scene) []Match {
	var out []Match
	for w := range s.Tree.Sentence.Words {
		word := s.Tree.Word(w)
		for _, r := range set.byLemma[strings.ToLower(word.Lemma)] {
			out = r.match(out, s, w)
		}
		for _, a := range s.Arguments(w) {
			if a.Rank > 0 {
				break
			}
			for _, r := range set.byType[a.Type] {
				out = r.match(out, s, w)
			}
		}
	}
	return out
}

func (r *Rule) match(out []Match, s *Scene, w int) []Match {
	if !r.triggered(s, w) {
		return out
	}
	for i := range r.Emit {
		out = r.emit(out, &r.Emit[i], s, w)
	}
	return out
}

func (r *Rule) triggered(s *Scene, w int) bool {
	word := s.Tree.Word(w)
	if r.tags != nil && !r.tags[word.UPOS] && !r.tags[word.XPOS] && !(r.tags["VERB"] && s.Tree.Acts(w)) {
		return false
	}
	if r.rels != nil && !s.Tree.Is(w, r.rels...) {
		return false
	}
	if r.types != nil && !mentions(s.Arguments(w), r.types) {
		return false
	}
	for _, p := range r.needs {
		if !p.leads(s, w) {
			return false
		}
	}
	for _, p := range r.bars {
		if p.leads(s, w) {
			return false
		}
	}
	return true
}

// Judged returns the word by whose modality and date the match goes.
func (m *Match) Judged(s *Scene) int {
	if m.Emission.Status != nil {
		if words := m.Emission.Status.Words(s, m.Trigger); len(words) > 0 {
			return words[0]
		}
	}
	return m.Trigger
}

// Accepts reports whether the relation may have an object of that type.
func (e *Emission) Accepts(to string) bool { return e.to[to] }

// Allows reports whether the relation may lead from one type to the other.
func (e *Emission) Allows(from, to string) bool { return e.from[from] && e.to[to] }

// mentions reports whether the word itself names something of one of the types.
func mentions(args []Argument, types map[string]bool) bool {
	for _, a := range args {
		if a.Rank == 0 && types[a.Type] {
			return true
		}
	}
	return false
}

func (r *Rule) emit(out []Match, e *Emission, s *Scene, w int) []Match {
	subjects := e.From.arguments(s, w, e.from)
	if e.Among {
		for i, a := range subjects {
			for _, b := range subjects[i+1:] {
				out = append(out, Match{Rule: r, Emission: e, Trigger: w, Subject: a, Object: b})
			}
		}
		return out
	}
	if len(subjects) == 0 {
		return out
	}
	if e.To == nil {
		for _, a := range subjects {
			out = append(out, Match{Rule: r, Emission: e, Trigger: w, Subject: a, Object: a})
		}
		return out
	}
	objects := e.to
	if e.Office {
		objects = e.from
	}
	for _, o := range e.To.arguments(s, w, objects) {
		for _, a := range subjects {
			if a.Mention != o.Mention {
				out = append(out, Match{Rule: r, Emission: e, Trigger: w, Subject: a, Object: o})
			}
		}
	}
	return out
}

// ForTitle returns the rules for an office or a kinship ("office", "kin") of
// that class, in the order of the files.
func (set *Set) ForTitle(kind, class string) []*Rule {
	var out []*Rule
	for _, r := range set.titles {
		if r.titles[kind] || r.titles[class] {
			out = append(out, r)
		}
	}
	return out
}

// ForQuote returns the rules for words that somebody said: "direct" or
// "reported".
func (set *Set) ForQuote(kind string) []*Rule {
	var out []*Rule
	for _, r := range set.quotes {
		if r.quotes[kind] {
			out = append(out, r)
		}
	}
	return out
}

// Bridges returns the rules that tie an entity of that type to something
// spoken of before it.
func (set *Set) Bridges(typ string) []*Rule {
	var out []*Rule
	for _, r := range set.bridges {
		if r.bridges[typ] {
			out = append(out, r)
		}
	}
	return out
}

// Triggers reports whether the rule names that lemma.
func (r *Rule) Triggers(lemma string) bool { return r.lemmas[strings.ToLower(lemma)] }

// Worded reports whether the rule names lemmas.
func (r *Rule) Worded() bool { return r.lemmas != nil }

// Through returns the rules by which what an entity of that type does holds of
// those as well to whom the relation ties it.
func (set *Set) Through(relation, typ string) []*Rule {
	var out []*Rule
	for _, r := range set.through {
		if r.through[relation] && (r.types == nil || r.types[typ]) {
			out = append(out, r)
		}
	}
	return out
}

// Owners returns the rules that tie an entity of that type to whom its mention
// says it belongs to.
func (set *Set) Owners(typ string) []*Rule {
	var out []*Rule
	for _, r := range set.owners {
		if r.owners[typ] {
			out = append(out, r)
		}
	}
	return out
}
