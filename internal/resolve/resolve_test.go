package resolve_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"sort"
	"strings"
	"testing"
	"time"

	"kg/internal/fact"
	"kg/internal/resolve"
	"kg/schema"
)

// read makes the reading of one document from "Type: Name | alias | alias"
// lines.
func read(doc string, lines ...string) *fact.Reading {
	r := &fact.Reading{Doc: doc}
	for _, l := range lines {
		typ, names, _ := strings.Cut(l, ": ")
		forms := strings.Split(names, " | ")
		sort.Strings(forms)
		name, _, _ := strings.Cut(names, " | ")
		r.Entities = append(r.Entities, fact.Entity{Type: typ, Name: name, Aliases: forms})
	}
	return r
}

// TestResolve tells for pairs of documents with one entity each whether these
// are one.
func TestResolve(t *testing.T) {
	tests := []struct {
		name, a, b string
		same       bool
	}{
		{"the same name", "Person: Ana Gil", "Person: Ana Gil", true},
		{"a surname", "Person: Ana Gil", "Person: Gil", true},
		{"other given names", "Person: Ana Gil", "Person: Maria Gil", false},
		{"an initial", "Person: Ana Gil", "Person: A. Gil", true},
		{"another initial", "Person: Ana Gil", "Person: M. Gil", false},
		{"a middle name", "Person: Karl Erik Lund", "Person: Karl Lund", true},
		{"diacritics", "Person: José Muñoz", "Person: Jose Munoz", true},
		{"transliterations", "Person: Serhii Kovalskyy", "Person: Sergiy Kovalsky", true},
		{"other surnames", "Person: Karl Lund", "Person: Karl Lang", false},
		{"an acronym among the names", "Organization: Baltic Fisheries Council | BFC", "Organization: BFC", true},
		{"initials", "Organization: Baltic Fisheries Council", "Organization: BFC", true},
		{"spellings", "Organization: National Defense Board", "Organization: National Defence Board", true},
		{"a bare noun says nothing", "Organization: council", "Organization: council", false},
		{"the same number", "Proposal: 12-point plan", "Proposal: 12-point plan", true},
		{"other numbers", "Proposal: 12-point plan", "Proposal: 9-point plan", false},
		{"versions", "Proposal: revised harbour plan | harbour plan", "Proposal: original harbour plan | harbour plan", false},
		{"types", "Place: Lund", "Person: Lund", false},
		{"a spelling error", "Person: Ana Castellano", "Person: Ana Castelano", true},
		{"a spelling error in a body", "Organization: Baltic Fisheries Council", "Organization: Baltic Fisheires Council", true},
		{"two names of one body", "Organization: Daesh", "Organization: ISIL", true},
		{"points", "Organization: U.N. Security Council", "Organization: UN Security Council", true},
		{"two letters that the tables know", "Organization: EU", "Organization: European Union", true},
		{"two letters that they do not", "Organization: NX", "Organization: Norra Xenia", false},
		{"a movement and its members", "Organization: Houthi", "Organization: Houthis", true},
		{"drafts", "Proposal: second draft of the accord", "Proposal: third draft of the accord", false},
		{"numbers in letters", "Proposal: nine-point plan", "Proposal: 9-point plan", true},
		{"other numbers in letters", "Proposal: nine-point plan | plan for the harbour", "Proposal: twelve-point plan | plan for the harbour", false},
		{"a body against another", "Organization: Coalition against RFA | RFA", "Organization: RFA", false},
		{"a legal form", "Organization: Velmora Ltd", "Organization: Velmora", true},
		{"a legal form and a common word", "Organization: News Corp", "Organization: News", false},
		{"the words in another order", "Organization: Grand Coalition to Free Orlund", "Organization: Free Orlund Coalition", true},
		{"other words", "Organization: Grand Coalition to Free Orlund", "Organization: Free Tibet Coalition", false},
		{"the surname first", "Person: Pak Do Hyun | Pak", "Person: Pak", true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := resolve.Resolve([]*fact.Reading{read("a.txt", test.a), read("b.txt", test.b)})
			if same := got.Of[0][0] == got.Of[1][0]; same != test.same {
				t.Errorf("%s and %s are one: %v", test.a, test.b, same)
			}
		})
	}
}

// TestMeetings tells meetings apart by date and place.
func TestMeetings(t *testing.T) {
	meeting := func(doc, name, date, place string) *fact.Reading {
		r := read(doc, "Meeting: "+name, "Place: "+place, "Country: Chile", "Country: Peru")
		r.Entities[0].Date = date
		r.Entities[2].Key, r.Entities[3].Key = "country:CL", "country:PE"
		for e := 1; e < 4; e++ {
			r.Facts = append(r.Facts, fact.Fact{Subject: 0, Object: e})
		}
		return r
	}
	base := meeting("a.txt", "talks in Quito", "2024-06-12", "Quito")
	tests := []struct {
		name string
		b    *fact.Reading
		same bool
	}{
		{"same day and place", meeting("b.txt", "Quito session", "2024-06-12", "Quito"), true},
		{"the month alone", meeting("b.txt", "Quito session", "2024-06", "Quito"), true},
		{"another day", meeting("b.txt", "Quito session", "2024-06-20", "Quito"), false},
		{"other sides", sided(meeting("b.txt", "Quito session", "2024-06", "Quito"), "country:BO"), false},
		{"another place", meeting("b.txt", "Lima session", "2024-06-12", "Lima"), false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := resolve.Resolve([]*fact.Reading{base, test.b})
			if same := got.Of[0][0] == got.Of[1][0]; same != test.same {
				t.Errorf("the meetings are one: %v", same)
			}
		})
	}
}

// sided gives the second party of a meeting's reading another country.
func sided(r *fact.Reading, key string) *fact.Reading {
	r.Entities[3].Key = key
	return r
}

// corpus returns n readings of invented people and bodies under varying names,
// who meet and propose things, over a year.
func corpus(n int) []*fact.Reading {
	random := rand.New(rand.NewPCG(1, 2))
	given := []string{"Ana", "Karl", "Maria", "Juan", "Olga", "Serhii", "Sergiy", "Kofi", "Ama", "Yusuf"}
	start := []string{"Bal", "Kov", "Len", "Mar", "Ost", "Pet", "Ras", "Sil", "Tor", "Vas", "Zel", "Dur"}
	end := []string{"ensky", "enskyy", "ov", "off", "ez", "sen", "man", "ini", "ada", "oglu", "wicz", "ström"}
	var out []*fact.Reading
	for d := range n {
		r := &fact.Reading{Doc: fmt.Sprintf("%05d.txt", d)}
		seen := map[string]bool{}
		for range 10 {
			s := start[random.IntN(len(start))] + string(rune('a'+random.IntN(20))) + end[random.IntN(len(end))]
			name := given[random.IntN(len(given))] + " " + s
			switch random.IntN(4) {
			case 0:
				name = s
			case 1:
				name = s + " Council"
			}
			if seen[name] {
				continue
			}
			seen[name] = true
			typ := "Person"
			if strings.HasSuffix(name, "Council") {
				typ = "Organization"
			}
			r.Entities = append(r.Entities, fact.Entity{Type: typ, Name: name, Aliases: []string{name}})
		}
		events(r, random)
		out = append(out, r)
	}
	return out
}

// events adds a meeting and a proposal of two countries and of the people of a
// reading.
func events(r *fact.Reading, random *rand.Rand) {
	day := time.Date(2024, 1, 1+random.IntN(365), 0, 0, 0, 0, time.UTC)
	r.Date = day.Format(time.DateOnly)
	people := len(r.Entities)
	lands := []string{"CL", "PE", "NO", "IS", "KE", "FJ", "LA", "MN"}
	for range 2 {
		land := lands[random.IntN(len(lands))]
		r.Entities = append(r.Entities, fact.Entity{Type: "Country", Name: land, Aliases: []string{land}, Key: "country:" + land})
	}
	place := []string{"Quito", "Lima", "Oslo", "Suva", "Akureyri"}[random.IntN(5)]
	what := []string{"talks", "meeting", "summit", "session"}[random.IntN(4)]
	plan := fmt.Sprintf("%d-point %s", 5+random.IntN(20), []string{"plan", "draft", "proposal"}[random.IntN(3)])
	r.Entities = append(r.Entities, fact.Entity{Type: "Place", Name: place, Aliases: []string{place}},
		fact.Entity{Type: "Meeting", Name: what, Aliases: []string{"the " + what, what, what + " in " + place}, Date: []string{"", r.Date, r.Date[:7]}[random.IntN(3)]},
		fact.Entity{Type: "Proposal", Name: plan, Aliases: []string{plan, "the " + plan}})
	last := len(r.Entities) - 1
	for e := range last - 1 {
		if e%2 == 0 || e >= people {
			r.Facts = append(r.Facts, fact.Fact{Subject: e, Object: last - 1, Modality: schema.Asserted}, fact.Fact{Subject: e, Object: last, Modality: schema.Planned})
		}
	}
}

// TestOrder permutes the readings: the entities stay the same, and so does
// what each entity of each document became.
func TestOrder(t *testing.T) {
	readings := corpus(60)
	want := resolve.Resolve(readings)
	random := rand.New(rand.NewPCG(3, 4))
	for range 5 {
		order := random.Perm(len(readings))
		shuffled := make([]*fact.Reading, len(readings))
		for to, from := range order {
			shuffled[to] = readings[from]
		}
		got := resolve.Resolve(shuffled)
		if len(got.Entities) != len(want.Entities) {
			t.Fatalf("%d entities after a permutation, %d before", len(got.Entities), len(want.Entities))
		}
		for e := range got.Entities {
			g, w := got.Entities[e], want.Entities[e]
			if g.Type != w.Type || g.Name != w.Name || !reflect.DeepEqual(g.Aliases, w.Aliases) {
				t.Fatalf("entity %d is %s %q after a permutation, %s %q before", e, g.Type, g.Name, w.Type, w.Name)
			}
		}
		for to, from := range order {
			if !reflect.DeepEqual(got.Of[to], want.Of[from]) {
				t.Fatalf("%s went elsewhere after a permutation", shuffled[to].Doc)
			}
		}
	}
}

// TestOneDocument tests that what a document tells apart stays apart.
func TestOneDocument(t *testing.T) {
	got := resolve.Resolve([]*fact.Reading{read("a.txt", "Person: Ana Gil", "Person: A. Gil", "Meeting: talks", "Meeting: talks")})
	seen := map[int]bool{}
	for _, e := range got.Of[0] {
		if seen[e] {
			t.Fatalf("two entities of one document became %v", got.Entities[e])
		}
		seen[e] = true
	}
}

func ExampleResolve() {
	a := &fact.Reading{Doc: "a.txt", Entities: []fact.Entity{{Type: "Person", Name: "Ana Gil", Aliases: []string{"Ana Gil", "President Gil"}}}}
	b := &fact.Reading{Doc: "b.txt", Entities: []fact.Entity{{Type: "Person", Name: "Gil", Aliases: []string{"Gil"}}}}
	for _, e := range resolve.Resolve([]*fact.Reading{a, b}).Entities {
		fmt.Println(e.Name, e.Aliases)
	}
	// Output: Ana Gil [Ana Gil Gil President Gil]
}

func BenchmarkResolve(b *testing.B) {
	readings := corpus(6700) // about 100,000 entities
	b.ReportAllocs()
	for b.Loop() {
		resolve.Resolve(readings)
	}
}
