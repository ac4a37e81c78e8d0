package mention

import (
	"cmp"
	"slices"

	"kg/internal/nlp"
	"kg/internal/source"
	"kg/lexicon"
	"kg/model"
	"kg/schema"
)

// A Finder finds the mentions of documents. It is read-only after New and
// safe for concurrent use.
type Finder struct {
	lex     dictionary
	nouns   nouns
	holders map[string]bool
	cues    cues
	weights signals // of what speaks for the antecedent of a pronoun

	observe func(r *reading, pronoun int, list []candidate, es []*entity) // sees the choices of the ranker while it learns; nil otherwise
}

// New returns a finder that knows the words of lex and the nouns of the types
// of sch. Types that sch does not have are never given out.
func New(lex *lexicon.Lexicon, sch *schema.Schema) *Finder {
	table, holders := readNouns(nounTable)
	for lemma, list := range table {
		table[lemma] = slices.DeleteFunc(list, func(n noun) bool {
			_, ok := sch.Type(n.Type)
			return !ok
		})
	}
	for _, t := range sch.Types() {
		for _, lemma := range t.Nouns { // before what the table says of the word
			table[lemma] = append([]noun{{Type: t.Name, Any: true}}, table[lemma]...)
		}
	}
	return &Finder{lex: dictionary{lex, readGivenNames(genderTable)}, nouns: table, holders: holders, cues: readCues(cueTable), weights: readWeights(model.Pronouns)}
}

// Find returns the mentions of a document and what they mean. The sentences
// must be those of doc; neither is changed.
func (f *Finder) Find(doc *source.Document, sentences []nlp.Sentence) *Set {
	r := f.read(doc, sentences)
	for s := range sentences {
		r.names(s)
		r.pronouns(s)
	}
	r.sorts()
	r.agree()
	for s := range sentences {
		r.nominals(s)
		r.elided(s)
		r.unsaid(s)
		r.titles(s)
		r.acted(s)
	}
	for s := range sentences {
		r.unsures(s)
	}
	r.settle()
	for i := range r.ms {
		r.ms[i].tops = r.topsOf(&r.ms[i])
	}
	entities := r.group()
	r.settle()
	set := &Set{Mentions: r.ms, Entities: members(entities, r.ms)}
	set.index(len(sentences))
	return set
}

// topsOf returns the words of a mention that hang on words outside it, its
// head and its inner word, without repetitions.
func (r *reading) topsOf(m *Mention) []int {
	out := []int{m.Head}
	if m.inner >= 0 && m.inner != m.Head {
		out = append(out, m.inner)
	}
	for w := m.First; w < m.End; w++ {
		if h := r.word(m.Sentence, w).Head; (h < m.First || h >= m.End) && !slices.Contains(out, w) && !r.trees[m.Sentence].Is(w, "punct", "case", "det") {
			out = append(out, w)
		}
	}
	return out
}

// members fills in the mentions of each entity and returns the entities.
func members(entities []Entity, ms []Mention) []Entity {
	for e := range entities {
		entities[e].Mentions = nil
	}
	for i := range ms {
		if e := ms[i].Entity; e >= 0 {
			entities[e].Mentions = append(entities[e].Mentions, i)
		}
	}
	return entities
}

// settle puts the mentions in their order.
func (r *reading) settle() {
	order := make([]int, 0, len(r.ms))
	for i := range r.ms {
		if !r.ms[i].dropped {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &r.ms[a], &r.ms[b]
		return cmp.Or(x.Sentence-y.Sentence, x.First-y.First, y.End-x.End)
	})
	r.reorder(order)
}

// reorder makes the mentions those of order, in that order, and corrects the
// indices in them.
func (r *reading) reorder(order []int) {
	to := make([]int, len(r.ms)+1)
	for i := range to {
		to[i] = -1
	}
	ms := make([]Mention, 0, len(order))
	for n, i := range order {
		to[i+1] = n
		ms = append(ms, r.ms[i])
	}
	for i := range ms {
		m := &ms[i]
		m.Of, m.Where = to[m.Of+1], to[m.Where+1]
		for t := range m.Titles {
			m.Titles[t].Of = to[m.Titles[t].Of+1]
		}
	}
	for s := range r.taken {
		for w, i := range r.taken[s] {
			r.taken[s][w] = to[i+1]
		}
	}
	r.ms = ms
}
