package mention

import (
	"strings"

	"kg/lexicon"
)

// peoples makes one people of two nations in a row of which the second is an
// adjective, "Kenyan Somali": a part of the one and not the other, and neither
// of the two states acts.
func (r *reading) peoples(s int) {
	for w := 1; w < len(r.sents[s].Words); w++ {
		i, k := r.taken[s][w-1], r.taken[s][w]
		if i < 0 || k < 0 || i == k || !r.oneOf(i, k) {
			continue
		}
		a, b := &r.ms[i], &r.ms[k]
		a.End, a.Head, a.Type, a.Kind, a.nation = b.End, b.Head, Organization, Named, nation{}
		a.Span = r.span(s, a.First, a.End)
		a.Name = r.surface(s, a.First, a.End)
		a.Forms = []string{a.Name}
		b.dropped = true
		for x := a.First; x < a.End; x++ {
			r.taken[s][x] = i
		}
	}
}

// oneOf reports whether mention i says of which country the people of mention
// k are a part. A name that owns or ends a phrase is none.
func (r *reading) oneOf(i, k int) bool {
	a, b := &r.ms[i], &r.ms[k]
	return a.Type == Country && b.Type == Country && b.nation.how == byDemonym && a.End == b.First && a.nation.key != b.nation.key &&
		(a.nation.how == byDemonym || a.nation.how == byName && (a.First == 0 || r.word(a.Sentence, a.First-1).UPOS != "ADP"))
}

// regional are adjectives of nations that name none after a word for a part of
// the world: "Latin American", "West Indian".
var regional = map[string]map[string]bool{
	"american": {"latin": true, "central": true, "south": true, "north": true, "native": true, "african": true, "pan": true},
	"indian":   {"west": true, "american": true},
	"irish":    {"northern": true},
}

// ofRegion reports whether the nation's adjective at the word belongs to the
// name of a part of the world.
func (r *reading) ofRegion(s, w int) bool {
	before := regional[strings.TrimSuffix(strings.ToLower(r.word(s, w).Form), "s")]
	if before == nil || w == 0 {
		return false
	}
	if w > 1 && isHyphen(r.word(s, w-1).Form) {
		w--
	}
	return before[strings.ToLower(r.word(s, w-1).Form)] && capital(r.word(s, w-1).Form)
}

// creedPrefix reports whether the word says what somebody stands for or was:
// "Pro-reform Ada Poe", "Ex-minister Ada Poe".
func creedPrefix(form string) bool {
	before, after, ok := strings.Cut(form, "-")
	if !ok || len(after) < 4 || capital(after) {
		return false
	}
	switch strings.ToLower(before) {
	case "pan", "pro", "anti", "ex", "non", "neo", "far", "vice", "post", "ultra":
		return true
	}
	return false
}

// partisan reports whether a name is that of no body but says to which party
// the person before the comma belongs: "Ada Poe, the Ohio Democrat,".
func (r *reading) partisan(m *Mention) bool {
	at := m.First - 1
	if m.Type == Person || at < 2 || r.word(m.Sentence, at).UPOS != "DET" || r.word(m.Sentence, at-1).Form != "," {
		return false
	}
	if class, ok := r.lex.Noun(lexicon.Community, r.word(m.Sentence, m.End-1).Form); !ok || class != "party" || r.word(m.Sentence, m.End-1).XPOS == "NNPS" {
		return false
	}
	i := r.taken[m.Sentence][at-2]
	return i >= 0 && r.ms[i].Type == Person
}
