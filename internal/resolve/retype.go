package resolve

import "kg/lexicon"

// retype gives a name of one word the type that other documents know it by: a
// surname that one article takes for a body's is that of the person whose full
// name another gives. The type that an article found is evidence as well, and
// stays unless the others weigh more.
func retype(items []item) {
	known := map[string]map[string]int{} // type by word, with its weight
	say := func(word, typ string, n int) {
		if known[word] == nil {
			known[word] = map[string]int{}
		}
		known[word][typ] += n
	}
	for i := range items {
		it := &items[i]
		w := it.label.words
		switch {
		case !it.label.full || len(w) == 0 || it.Key != "":
		case len(w) == 1:
			say(w[0], it.Type, 1)
		case it.Type == "Person":
			say(w[len(w)-1], it.Type, 2)
		case it.Type == "Organization":
			say(w[0], it.Type, 2)
		}
	}
	for i := range items {
		it := &items[i]
		if !mistakable[it.Type] || !it.label.full || len(it.label.words) != 1 || it.Key != "" || it.label.short != "" {
			continue
		}
		votes, place := known[it.label.words[0]], 0
		if it.Type == "Place" && isPlace(it.Name) {
			place = 2
		}
		count := map[string]int{"Person": votes["Person"], "Organization": votes["Organization"], "Place": votes["Place"] + place}
		for _, typ := range []string{"Person", "Organization", "Place"} {
			if count[typ] > count[it.typ]+1 {
				it.typ = typ
			}
		}
	}
}

// mistakable are the types that an article may take for each other.
var mistakable = map[string]bool{"Person": true, "Organization": true, "Place": true}

// isPlace reports whether the tables know a city or region of that name.
func isPlace(name string) bool {
	lex, err := lexicon.Load()
	if err != nil {
		return false
	}
	_, city := lex.City(name)
	_, region := lex.Region(name)
	return city || region
}
