package resolve

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"kg/lexicon"
)

// nameStates gives a state that the documents call only after its people, its
// capital or its seat of government, "British", "Washington", its name.
func nameStates(entities []Entity) {
	lex, err := lexicon.Load()
	if err != nil {
		return
	}
	for n := range entities {
		e := &entities[n]
		code, ok := strings.CutPrefix(e.Key, "country:")
		if !ok {
			continue
		}
		_, use, known := lex.Country(e.Name)
		if name := lex.CountryName(lexicon.CountryKey(code)); name != "" && known && !use.Has(lexicon.Name) {
			e.Name = name
		}
	}
}

// tellApart adds to the name of each of several entities that only a common
// description names, "government", what tells it from the others: the country
// that it is of, or else the document that speaks of it. Meetings of other
// dates are told apart already.
func (r *resolver) tellApart(entities []Entity) {
	several := map[string]int{}
	for n := range entities {
		several[described(&entities[n])]++
	}
	for n := range entities {
		e := &entities[n]
		if k := described(e); k != "" && several[k] > 1 {
			e.Name += " (" + r.whose(e) + ")"
		}
	}
}

// described returns the type, words and date of an entity whose name is a
// description of common words; empty for others.
func described(e *Entity) string {
	w := words(e.Name)
	if !bare(e.Name, w) {
		return ""
	}
	return e.Type + " " + strings.Join(w, " ") + " " + e.Date
}

// whose returns the country of an entity, if it is known, or else the first
// document that speaks of it, without the ending of its name.
func (r *resolver) whose(e *Entity) string {
	if lex, err := lexicon.Load(); err == nil && e.land != "" {
		if name := lex.CountryName(lexicon.CountryKey(strings.TrimPrefix(e.land, "country:"))); name != "" {
			return name
		}
	}
	doc := r.docs[e.Parts[0].Reading].name
	for _, p := range e.Parts {
		doc = min(doc, r.docs[p.Reading].name)
	}
	doc = path.Base(doc)
	return strings.TrimSuffix(doc, path.Ext(doc))
}

// onlyTelling leaves out the descriptions that several entities have from
// different documents, as "the meeting": they tell nothing of which is meant,
// and whoever looks for one of them by it would be given all. Those that one
// document gives to two of its own stay.
func onlyTelling(entities []Entity) {
	type use struct{ entity, reading int }
	uses := map[string]use{}
	several := map[string]bool{}
	for n := range entities {
		e := &entities[n]
		for _, a := range e.Aliases {
			key := e.Type + " " + strings.Join(words(a), " ")
			u, known := uses[key]
			if known && u.entity != n && u.reading != e.Parts[0].Reading {
				several[key] = true
			}
			uses[key] = use{n, e.Parts[0].Reading}
		}
	}
	for n := range entities {
		e := &entities[n]
		e.Aliases = slices.DeleteFunc(e.Aliases, func(a string) bool {
			w := words(a)
			return a != e.Name && several[e.Type+" "+strings.Join(w, " ")] && bare(a, w)
		})
	}
}

// bare reports whether a form, of these words, is a description without a
// number: it has no capitals, or those of common words, as at the head of a
// sentence or in a solemn text, "the Agreement".
func bare(form string, words []string) bool {
	if strings.ContainsFunc(form, unicode.IsDigit) {
		return false
	}
	return !hasUpper(form) || strings.ToUpper(form) != form && ordinary(words)
}
