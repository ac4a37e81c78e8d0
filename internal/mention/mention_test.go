package mention_test

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"testing"

	"kg/internal/mention"
	"kg/internal/nlp/annotate"
	"kg/internal/source"
	"kg/lexicon"
	"kg/schema"
)

// entities writes the entities of a set as "Type Name" lines, sorted.
func entities(set *mention.Set) []string {
	var out []string
	for _, e := range set.Entities {
		out = append(out, e.Type+" "+e.Name)
	}
	sort.Strings(out)
	return out
}

func TestEntities(t *testing.T) {
	f, an := newFinder(t)
	tests := []struct {
		name, text string
		want       []string // among the entities
		not        []string // not among them
	}{
		{"titles stay out of names", "Chilean Foreign Minister Ana Gil met President Karl Lund in Oslo.",
			[]string{"Person Ana Gil", "Person Karl Lund", "Country Chilean", "Place Oslo"}, nil},
		{"a capital acts", "Lima rejected the plan on Monday.", []string{"Country Lima"}, []string{"Place Lima"}},
		{"a capital is a place", "The minister arrived in Lima on Monday.", []string{"Place Lima"}, []string{"Country Lima"}},
		{"a surname is its person", "Ana Gil arrived on Monday. Gil left on Tuesday.", []string{"Person Ana Gil"}, []string{"Person Gil"}},
		{"an acronym is its name", "The Baltic Fisheries Council (BFC) met in Riga. The BFC adopted a plan.",
			[]string{"Organization Baltic Fisheries Council"}, []string{"Organization BFC"}},
		{"numbers tell plans apart", "Peru tabled a 12-point plan in May. Chile prefers a 9-point plan.",
			[]string{"Proposal 12-point plan", "Proposal 9-point plan"}, nil},
		{"the plan is the plan", "Peru tabled a 12-point plan in May. Chile rejected the plan.",
			[]string{"Proposal 12-point plan"}, []string{"Proposal plan"}},
		{"versions without their noun", "Peru tabled a draft treaty in May. The second draft was longer. The first was rejected by Chile.",
			[]string{"Proposal first", "Proposal second draft"}, nil},
		{"an ordinal of persons is no version", "Three ministers spoke in May. The first was Chilean.", nil, []string{"Proposal first"}},
		{"an amendment is no bill", "Parliament debated the fisheries bill on Monday. The amendment by Peru was defeated.", []string{"Proposal fisheries bill", "Proposal amendment by Peru"}, nil},
		{"arguments of one verb are two plans", "The accord replaced the river treaty on Monday.", []string{"Proposal accord", "Proposal river treaty"}, nil},
		{"papers go to governments", "The draft was sent to Lima and Oslo.", []string{"Country Lima", "Country Oslo"}, []string{"Place Lima"}},
		{"what is put forward", "Peru put forward a joint harbour patrol.", []string{"Proposal joint harbour patrol"}, nil},
		{"what is vetoed", "Peru vetoed the airport expansion.", []string{"Proposal airport expansion"}, nil},
		{"what is only said", "Peru rejected the border allegation and proposed a toast.", nil, []string{"Proposal toast", "Proposal border allegation"}},
		{"two sides, two groups", "Chilean and Peruvian negotiators met in Quito.",
			[]string{"Delegation Chilean negotiators", "Delegation Peruvian negotiators"}, nil},
		{"talks at two places", "Talks in Geneva failed in May. The talks in Oslo began in June.",
			[]string{"Meeting talks in Oslo"}, nil},
		{"a noun of place belongs to the name", "Snow fell in Inari village on Monday.", []string{"Place Inari"}, []string{"Place Inari village"}},
		{"a city is not its province", "Troops left Sliven province for the hills.", []string{"Place Sliven province"}, []string{"Place Sliven"}},
		{"the capital is a place", "Riga, the Latvian capital, was calm.", []string{"Place Riga"}, []string{"Country Riga"}},
		{"a state with of in its name", "Trade with the Republic of the Congo grew.", []string{"Country Republic of the Congo"}, nil},
		{"two words make a body", "Ana Gil heads the audit office. The office was dark.", []string{"Organization audit office"}, nil},
		{"a party's adjective", "Liberal senator Ana Gil spoke.", []string{"Organization Liberal", "Person Ana Gil"}, nil},
		{"the board one sits on is its body", "Ana Gil joined the board of Lima Bank.", []string{"Organization Lima Bank"}, []string{"Organization board of Lima Bank"}},
		{"one court, also without its country and its task", "The Peruvian High Court of Appeal ruled on Monday. The High Court said that the law stands.", []string{"Organization Peruvian High Court of Appeal"}, []string{"Organization High Court"}},
		{"no title is a name", "Mr. President, the prime minister said no.", nil, []string{"Person Mr. President", "Person President"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := entities(find(t, f, an, test.text, "2024-06-12"))
			for _, w := range test.want {
				if !slices.Contains(got, w) {
					t.Errorf("%q is missing from %q", w, got)
				}
			}
			for _, w := range test.not {
				if slices.Contains(got, w) {
					t.Errorf("%q is among %q", w, got)
				}
			}
		})
	}
}

// titles writes the titles of a person as "text of body" lines.
func titles(set *mention.Set, person string) []string {
	var out []string
	for i := range set.Mentions {
		m := &set.Mentions[i]
		if m.Name != person {
			continue
		}
		for _, t := range m.Titles {
			s := t.Text
			if t.Former {
				s = "former " + s
			}
			if t.Of >= 0 {
				s += " of " + set.Mentions[t.Of].Name
			}
			out = append(out, s)
		}
	}
	return out
}

func TestTitles(t *testing.T) {
	f, an := newFinder(t)
	tests := []struct{ text, person, want string }{
		{"Chilean Foreign Minister Ana Gil resigned.", "Ana Gil", "Foreign Minister of Chilean"},
		{"Ana Gil, the foreign minister of Chile, resigned.", "Ana Gil", "foreign minister of Chile"},
		{"Chile's foreign minister, Ana Gil, resigned.", "Ana Gil", "foreign minister of Chile"},
		{"Former president Karl Lund spoke.", "Karl Lund", "former president"},
		{"Karl Lund and his wife, Ana Gil, left.", "Ana Gil", "wife of his"},
		{"Chile's Ana Gil objected.", "Ana Gil", " of Chile"},
		{"The finance ministers of Benin and Chad, Kofi Mensah and Ama Poe, agreed.", "Kofi Mensah", "finance ministers of Benin"},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			if got := titles(find(t, f, an, test.text, ""), test.person); !slices.Contains(got, test.want) {
				t.Errorf("titles of %s are %q, want %q among them", test.person, got, test.want)
			}
		})
	}
}

func TestPronouns(t *testing.T) {
	f, an := newFinder(t)
	tests := []struct{ text, pronoun, want string }{
		{"Maria Silva met Juan Costa on Monday. She thanked the minister.", "She", "Maria Silva"},
		{"Maria Silva met Juan Costa on Monday. He thanked the minister.", "He", "Juan Costa"},
		{"Maria Silva and Juan Costa met on Monday. They agreed.", "They", "Juan Costa+Maria Silva"},
		{"Maria Silva praised her deputy.", "her", "Maria Silva"},
		{"After her defeat of Carla Poe in May, Maria Silva left.", "her", "Maria Silva"},
		{"The party of Juan Costa, who disliked him, chose Pedro Lund in May.", "him", "Pedro Lund"},
		{"Juan Costa came with his mother. Orlek said that he was tired.", "he", "Orlek"},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			set := find(t, f, an, test.text, "")
			var got []string
			for i := range set.Mentions {
				if m := &set.Mentions[i]; m.Name == test.pronoun && m.Entity >= 0 {
					got = append(got, set.Entities[m.Entity].Name)
				}
			}
			sort.Strings(got)
			if s := strings.Join(got, "+"); s != test.want {
				t.Errorf("%q means %q, want %q", test.pronoun, s, test.want)
			}
		})
	}
}

// check tests what holds for every set.
func check(t *testing.T, src string, set *mention.Set) {
	t.Helper()
	for i := range set.Mentions {
		m := &set.Mentions[i]
		if m.First >= m.End || m.Span.Start > m.Span.End || m.Span.End > len(src) {
			t.Fatalf("mention %d has the words [%d, %d) and the bytes %v", i, m.First, m.End, m.Span)
		}
		if !slices.Contains(set.At(m.Sentence, m.Head), i) {
			t.Fatalf("mention %d is not found by its head", i)
		}
		if first, end := set.In(m.Sentence); i < first || i >= end {
			t.Fatalf("mention %d is not in its sentence", i)
		}
		if m.Of >= len(set.Mentions) || m.Entity >= len(set.Entities) {
			t.Fatalf("mention %d points outside the set", i)
		}
		if m.Entity >= 0 && !slices.Contains(set.Entities[m.Entity].Mentions, i) {
			t.Fatalf("entity %d does not list mention %d", m.Entity, i)
		}
	}
	for e, x := range set.Entities {
		if x.Name == "" || !slices.Contains(x.Aliases, x.Name) || !sort.StringsAreSorted(x.Aliases) {
			t.Fatalf("entity %d is named %q, its aliases are %q", e, x.Name, x.Aliases)
		}
	}
}

func FuzzFind(f *testing.F) {
	finder, an := newFinder(f)
	for _, s := range []string{"Ana Gil met him.", "The U.S.-led talks, the first one, failed.", "'s of the, and (\"", "A. B. C.\n\nD-E's F", "Both sides of both plans'"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		doc, err := source.Parse("fuzz.txt", []byte(src), "")
		if err != nil {
			t.Skip()
		}
		check(t, doc.Text, finder.Find(doc, an.Sentences(doc)))
	})
}

func ExampleFinder_Find() {
	lex, err := lexicon.Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	sch, err := schema.Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	an, err := annotate.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	doc, err := source.Parse("a.txt", []byte("Chilean President Ana Gil arrived in Oslo. She met Karl Lund."), "2024-06-12")
	if err != nil {
		fmt.Println(err)
		return
	}
	set := mention.New(lex, sch).Find(doc, an.Sentences(doc))
	for i := range set.Mentions {
		m := &set.Mentions[i]
		fmt.Printf("%s: %s\n", m.Span.Of(doc.Text), set.Entities[m.Entity].Name)
	}
	// Output:
	// Chilean: Chilean
	// Ana Gil: Ana Gil
	// Oslo: Oslo
	// She: Ana Gil
	// Karl Lund: Karl Lund
}

func BenchmarkFind(b *testing.B) {
	f, an := newFinder(b)
	text := strings.Repeat("Chilean Foreign Minister Ana Gil met Karl Lund, the chairman of Harbour Oil, for talks in Oslo on Monday. "+
		"She said the two sides had agreed on a 12-point plan. The plan was drafted by the Baltic Council.\n\n", 20)
	doc, err := source.Parse("a.txt", []byte(text), "2024-06-12")
	if err != nil {
		b.Fatal(err)
	}
	sentences := an.Sentences(doc)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		f.Find(doc, sentences)
	}
}
