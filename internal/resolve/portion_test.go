package resolve

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"kg/internal/fact"
	"kg/schema"
)

// made returns readings of invented people, bodies, countries, meetings and
// proposals, many of which share names and words.
func made(random *rand.Rand, documents int) (out []*fact.Reading) {
	pick := func(list ...string) string { return list[random.IntN(len(list))] }
	for d := range documents {
		r := &fact.Reading{Doc: fmt.Sprintf("%03d.txt", d), Date: fmt.Sprintf("2025-%02d-1%d", 1+random.IntN(6), random.IntN(9))}
		add := func(typ, name string, more fact.Entity) {
			more.Type, more.Name, more.Aliases = typ, name, []string{name}
			r.Entities = append(r.Entities, more)
		}
		for range 1 + random.IntN(4) {
			given, family := pick("Ana", "Karl", "Marta", "A.", "Ole"), pick("Gil", "Lund", "Novak", "Lang", "Nowak", "Osei", "Gill")
			add("Person", pick(given+" "+family, family), fact.Entity{})
			add("Organization", pick("Baltic", "Nordic", "Alpine")+" "+pick("Fisheries Council", "Trade Board", "Bank", family), fact.Entity{})
			add("Place", pick("Lund", "Lima", "Oslo", family), fact.Entity{})
			land := pick("CL", "PE", "NO")
			add("Country", land, fact.Entity{Key: "country:" + land})
			add("Meeting", pick("the talks", "a meeting in Oslo", "Baltic Summit", "second round of talks"), fact.Entity{Date: pick("", "2025-03", "2025-03-12")})
			add("Proposal", pick("a plan", "the 12-point plan", "9-point plan", "revised harbour plan"), fact.Entity{Side: pick("", "country:CL")})
			add("Statement", "what "+family+" said", fact.Entity{Text: pick("We will not sign.", "It is over.", family)})
		}
		for range 12 {
			a, b := random.IntN(len(r.Entities)), random.IntN(len(r.Entities))
			r.Facts = append(r.Facts, fact.Fact{Subject: a, Object: b, Modality: schema.Modality(1 + random.IntN(3)), Role: pick("", "minister")})
		}
		out = append(out, r)
	}
	return out
}

// TestPortions: what is found portion by portion, of one item each where
// nothing connects them, is what is found in all together.
func TestPortions(t *testing.T) {
	for seed := range uint64(20) {
		readings := made(rand.New(rand.NewPCG(seed, 1)), 40)
		want := Resolve(readings)
		r, err := gathered(readings).begin()
		if err != nil {
			t.Fatal(err)
		}
		r.portion = 1
		parts := 0
		for _, typ := range r.types() {
			portions, err := r.portions(typ)
			if err != nil {
				t.Fatal(err)
			}
			parts += len(portions)
		}
		if parts < 40 {
			t.Fatalf("only %d portions", parts)
		}
		if err := r.apart(r.types()); err != nil {
			t.Fatal(err)
		}
		got := &Result{Of: make([][]int, len(readings))}
		r.finish(got)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: other entities", seed)
		}
	}
}

// TestJudgedTypes: to hold the judged types alone together gives what holding
// all together gives.
func TestJudgedTypes(t *testing.T) {
	for seed := range uint64(20) {
		readings := made(rand.New(rand.NewPCG(seed, 1)), 40)
		j := Judged{
			Same:      []Pair{{Ref{Name: "Ana Gil"}, Ref{Name: "Karl Lund", Type: "Person"}}, {Ref{Name: "Baltic Bank"}, Ref{Name: "Oslo"}}, {Ref{Name: "Nobody"}, Ref{Name: "Lima"}}},
			Different: []Pair{{Ref{Name: "Novak", Doc: "003.txt"}, Ref{Name: "Marta Novak"}}, {Ref{Name: "Baltic Bank", Doc: "001.txt"}, Ref{Name: "Oslo", Doc: "002.txt"}}},
		}
		got := ResolveWith(readings, j)
		r, err := gathered(readings).begin()
		if err != nil {
			t.Fatal(err)
		}
		want := &Result{Of: make([][]int, len(readings))}
		if want.IdleSame, want.IdleDifferent, err = r.together(r.types(), j); err != nil {
			t.Fatal(err)
		}
		r.emit()
		r.finish(want)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: other entities", seed)
		}
	}
}

// TestLoad: what is put away and read again is what was there.
func TestLoad(t *testing.T) {
	readings := made(rand.New(rand.NewPCG(1, 2)), 30)
	r, err := gathered(readings).begin()
	if err != nil {
		t.Fatal(err)
	}
	if err := r.all(r.types()); err != nil {
		t.Fatal(err)
	}
	loaded := map[Part]*item{}
	for i := range r.items {
		loaded[r.items[i].part] = &r.items[i]
	}
	for d, reading := range readings {
		list := items(d, reading, offices(reading))
		for i := range list {
			want := &list[i]
			got, ok := loaded[want.part]
			if !ok {
				t.Fatalf("%s: no item of %q", reading.Doc, want.Name)
			}
			want.head(r.lands)
			want.typ, want.surname = got.typ, got.surname
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("%s: got\n%+v\nwant\n%+v", reading.Doc, got, want)
			}
		}
	}
	if len(loaded) != len(r.items) {
		t.Error("an item twice")
	}
}
