package rule

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"kg/internal/frame"
)

// A Path leads from a trigger to arguments: alternatives apart by "|", tried
// in order until one gives an argument of a wanted type ("spoken" is what the
// text before spoke of last); unions by "+"; steps
// by ".". A step is a role (subj, obj, poss, beside, peer …), prepositions ("@with,between";
// with "~" anywhere below in the clause, with ">" right after the phrase), a raw relation ("/appos", "^acl" for the head by that relation), and may be
// restricted to entity types or lemmas in brackets, or kept from lemmas by "!": "obj[Meeting]", "obj[$talks]", "poss[Organization,!government]".
type Path struct {
	source       string
	alternatives []union
}

type union []sequence

type sequence []step

// spoken is the step that leads out of the sentence, to what the text spoke of
// last before it. It stands alone but for its types: "spoken[Meeting]".
const spoken = "spoken"

type step struct {
	move  func(t *frame.Tree, w int) []int
	back  bool            // the step "spoken"
	alone bool            // what is coordinated with the word found does not count
	types map[string]bool // nil for any
	lemma map[string]bool // nil for any
	not   map[string]bool // lemmas that do not count
}

// roles are the steps that have a name of their own.
var roles = map[string]func(t *frame.Tree, w int) []int{
	"self":    func(_ *frame.Tree, w int) []int { return []int{w} },
	"subj":    (*frame.Tree).Subjects,
	"obj":     (*frame.Tree).Objects,
	"surface": (*frame.Tree).Surface,
	"poss":    (*frame.Tree).Owners,
	"mod":     func(t *frame.Tree, w int) []int { return t.By(w, "amod", "compound", "nmod:unmarked", "nummod") },
	"appos":   func(t *frame.Tree, w int) []int { return t.By(w, "appos") },
	"beside":  (*frame.Tree).Beside,
	"iobj":    (*frame.Tree).Recipients,
	"comp":    func(t *frame.Tree, w int) []int { return t.By(w, "xcomp", "ccomp") },
	"made":    made,
	"clause":  func(t *frame.Tree, w int) []int { return t.By(w, "acl", "advcl") },
	"head":    governor,
	"peer":    (*frame.Tree).Peers,
	"light":   lightVerb,
}

// climbing are the roles that do not lead down to an argument.
var climbing = map[string]bool{"self": true, "head": true, "light": true, "beside": true}

// made returns what a verb says that somebody becomes or is made: "elected her
// president", "named as its head", "rose to chairman".
func made(t *frame.Tree, w int) []int {
	if t.Is(w, "amod") && len(t.By(w, "aux:pass")) > 0 { // "was elected president", the verb hung on the office
		return []int{t.Word(w).Head}
	}
	return append(t.By(w, "xcomp", "obj", "iobj", "ccomp"), t.Complements(w, []string{"as", "to", "for"})...)
}

func governor(t *frame.Tree, w int) []int {
	if h := t.Word(w).Head; h >= 0 {
		return []int{h}
	}
	return nil
}

func lightVerb(t *frame.Tree, w int) []int {
	if v := t.LightVerb(w); v >= 0 {
		return []int{v}
	}
	return nil
}

// parsePath reads the text form of a path. Classes give "$name" its lemmas.
func parsePath(source string, classes map[string][]string) (*Path, error) {
	p := &Path{source: source}
	for _, alternative := range strings.Split(source, "|") {
		var u union
		for _, part := range strings.Split(alternative, "+") {
			seq, err := parseSequence(strings.TrimSpace(part), classes)
			if err != nil {
				return nil, fmt.Errorf("path %q: %w", source, err)
			}
			u = append(u, seq)
		}
		p.alternatives = append(p.alternatives, u)
	}
	return p, nil
}

func parseSequence(source string, classes map[string][]string) (sequence, error) {
	var seq sequence
	for _, part := range strings.Split(source, ".") {
		s, err := parseStep(strings.TrimSpace(part), classes)
		if err != nil {
			return nil, err
		}
		seq = append(seq, s)
	}
	return seq, nil
}

func parseStep(source string, classes map[string][]string) (step, error) {
	var s step
	name, filter, restricted := strings.Cut(source, "[")
	if restricted {
		if err := s.restrict(strings.TrimSuffix(filter, "]"), classes); err != nil {
			return s, err
		}
	}
	switch {
	case strings.HasPrefix(name, "@"):
		prepositions := strings.Split(strings.ReplaceAll(name[1:], "_", " "), ",")
		s.move = func(t *frame.Tree, w int) []int { return t.Complements(w, prepositions) }
	case strings.HasPrefix(name, "~"):
		prepositions := strings.Split(strings.ReplaceAll(name[1:], "_", " "), ",")
		s.move = func(t *frame.Tree, w int) []int { return t.Below(w, prepositions) }
	case strings.HasPrefix(name, ">"):
		prepositions := strings.Split(strings.ReplaceAll(name[1:], "_", " "), ",")
		s.move = func(t *frame.Tree, w int) []int { return t.After(w, prepositions) }
	case strings.HasPrefix(name, "/"):
		rels := strings.Split(name[1:], ",")
		s.move = func(t *frame.Tree, w int) []int { return t.By(w, rels...) }
	case strings.HasPrefix(name, "^"):
		s.move, s.alone = upBy(name[1:]), true
	case name == spoken && s.types != nil:
		s.back, s.move = true, func(*frame.Tree, int) []int { return nil }
	default:
		s.move, s.alone = roles[name], climbing[name]
	}
	if s.move == nil {
		return s, fmt.Errorf("no step is named %q", name)
	}
	return s, nil
}

func upBy(rels string) func(t *frame.Tree, w int) []int {
	names := strings.Split(rels, ",")
	return func(t *frame.Tree, w int) []int {
		if t.Word(w).Head >= 0 && t.Is(w, names...) {
			return []int{t.Word(w).Head}
		}
		return nil
	}
}

func (s *step) restrict(filter string, classes map[string][]string) error {
	for _, f := range strings.Split(filter, ",") {
		f = strings.TrimSpace(f)
		switch {
		case f == "":
			return fmt.Errorf("empty restriction")
		case f[0] == '!':
			lemmas, err := expand(f[1:], classes)
			if err != nil {
				return err
			}
			s.not = add(s.not, lemmas...)
		case f[0] >= 'A' && f[0] <= 'Z':
			s.types = add(s.types, f)
		default:
			lemmas, err := expand(f, classes)
			if err != nil {
				return err
			}
			s.lemma = add(s.lemma, lemmas...)
		}
	}
	return nil
}

func add(m map[string]bool, words ...string) map[string]bool {
	if m == nil {
		m = make(map[string]bool, len(words))
	}
	for _, w := range words {
		m[w] = true
	}
	return m
}

// expand returns the lemmas of a class "$name", or the word itself.
func expand(word string, classes map[string][]string) ([]string, error) {
	if !strings.HasPrefix(word, "$") {
		return []string{word}, nil
	}
	lemmas, ok := classes[word[1:]]
	if !ok {
		return nil, fmt.Errorf("no class is named %q", word)
	}
	return lemmas, nil
}

// types returns the entity types that the steps of the path ask for, sorted.
func (p *Path) types() []string {
	found := map[string]bool{}
	for _, u := range p.alternatives {
		for _, seq := range u {
			for _, st := range seq {
				maps.Copy(found, st.types)
			}
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// words returns where the sequence leads from w, coordinated words included,
// in the order found and without repetition.
func (seq sequence) words(s *Scene, w int) []int {
	at := []int{w}
	for _, st := range seq {
		at = st.from(s, at)
	}
	return at
}

func (st *step) from(s *Scene, at []int) []int {
	var out []int
	for _, w := range at {
		for _, x := range st.move(s.Tree, w) {
			found := []int{x}
			if !st.alone {
				found = s.Tree.Conjuncts(x)
			}
			for _, c := range found {
				if st.accepts(s, c) && !contains(out, c) {
					out = append(out, c)
				}
			}
		}
	}
	return out
}

// nationality restricts a step to countries named as in "Chilean".
const nationality = "Nationality"

func (st *step) accepts(s *Scene, w int) bool {
	lemma := strings.ToLower(s.Tree.Word(w).Lemma)
	if st.not[lemma] {
		return false
	}
	if st.lemma[lemma] {
		return true
	}
	for _, a := range s.Arguments(w) {
		if st.types[a.Type] || a.Nation && st.types[nationality] {
			return true
		}
	}
	return st.lemma == nil && st.types == nil
}

func contains(list []int, x int) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

// arguments returns the arguments of wanted types to which the first fruitful
// alternative leads from w.
func (p *Path) arguments(s *Scene, w int, want map[string]bool) []Argument {
	for _, u := range p.alternatives {
		var out []Argument
		for _, seq := range u {
			if seq[0].back && s.Spoken != nil {
				out = appendWanted(out, s.Spoken(seq[0].types), want)
			}
			for _, x := range seq.words(s, w) {
				n := len(out)
				out = appendWanted(out, s.Arguments(x), want)
				if s.Tree.Excluded(x) {
					mark(out[n:], frame.Not)
				}
				out = asides(out, s, w, x, want)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// asides adds the arguments that the sentence names in passing beside the
// argument x of the predicate w.
func asides(out []Argument, s *Scene, w, x int, want map[string]bool) []Argument {
	if x == w {
		return out
	}
	for _, a := range s.Tree.Asides(w, x) {
		for _, c := range s.Tree.Conjuncts(a.Word) {
			n := len(out)
			out = appendWanted(out, s.Arguments(c), want)
			mark(out[n:], a.Sense)
		}
	}
	return out
}

func mark(args []Argument, sense frame.Sense) {
	for i := range args {
		args[i].Sense = sense
	}
}

// appendWanted adds the first run of candidates that fit: the mentions of a
// word exclude what stands behind it.
func appendWanted(out, candidates []Argument, want map[string]bool) []Argument {
	rank := -1
	for _, c := range candidates {
		if !want[c.Type] || rank >= 0 && c.Rank != rank {
			continue
		}
		rank = c.Rank
		out = append(out, c)
	}
	return out
}

// Words returns where the first fruitful alternative leads from w.
func (p *Path) Words(s *Scene, w int) []int {
	for _, u := range p.alternatives {
		var out []int
		for _, seq := range u {
			out = append(out, seq.words(s, w)...)
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// leads reports whether the path leads anywhere from w, whatever stands there.
func (p *Path) leads(s *Scene, w int) bool { return len(p.Words(s, w)) > 0 }
