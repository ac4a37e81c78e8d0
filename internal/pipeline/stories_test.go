package pipeline

import (
	"slices"
	"strings"
	"testing"

	"kg/internal/fact"
	"kg/internal/resolve"
	"kg/internal/source"
)

// A story is a few short articles and what their graph must make one or keep
// apart. Entities are called "type form @ article", articles by number.
type story struct {
	name     string
	articles [][2]string // date, text
	same     [][2]string
	apart    [][2]string
}

var stories = []story{
	{"one meeting under two descriptions, another a week before",
		[][2]string{
			{"2025-03-10", "American and Orlandian negotiators met near Tampere on Sunday. Ana Gil led the Orlandian delegation and Karl Lund the American one. A week earlier Gil and Lund had met in Oslo."},
			{"2025-03-11", "Sunday's talks near Tampere between Ana Gil and Karl Lund lasted four hours. The Oslo meeting of 2 March had ended without a result, Lund said."},
			{"2025-03-03", "Ana Gil of Orlandia and the American envoy Karl Lund met in Oslo on Sunday for a first meeting."}},
		[][2]string{{"Person Ana Gil @1", "Person Ana Gil @2"}, {"Meeting met near Tampere @1", "Meeting Sunday's talks @2"}, {"Meeting met in Oslo @1", "Meeting Oslo meeting @2"}, {"Meeting Oslo meeting @2", "Meeting first meeting @3"}},
		[][2]string{{"Meeting met near Tampere @1", "Meeting Oslo meeting @2"}, {"Meeting Sunday's talks @2", "Meeting first meeting @3"}}},
	{"plans of other numbers",
		[][2]string{
			{"2025-03-10", "Ana Gil presented a 28-point plan to Peru on Monday. Karl Lund rejected the plan."},
			{"2025-03-12", "Ana Gil cut her 28-point plan to a 19-point plan on Wednesday. Karl Lund welcomed the 19-point plan."}},
		[][2]string{{"Proposal 28-point plan @1", "Proposal 28-point plan @2"}},
		[][2]string{{"Proposal 28-point plan @1", "Proposal 19-point plan @2"}}},
	{"two of one surname",
		[][2]string{
			{"2025-03-10", "President Walter Marsh met Ana Gil in Lima on Monday. Marsh praised Gil."},
			{"2025-03-10", "Governor Jonas Marsh met Kofi Adu in Quito on Monday. Marsh praised Adu."}},
		nil,
		[][2]string{{"Person Walter Marsh @1", "Person Jonas Marsh @2"}}},
	{"ministries of two countries",
		[][2]string{
			{"2025-03-10", "Chile's foreign ministry rejected the plan on Monday, Ana Gil said in Santiago."},
			{"2025-03-10", "Kenya's foreign ministry welcomed the plan on Monday, Kofi Adu said in Nairobi."}},
		nil,
		[][2]string{{"Organization foreign ministry @1", "Organization foreign ministry @2"}}},
	{"an office that changes hands",
		[][2]string{
			{"2025-03-10", "Chile's foreign minister, Ana Gil, resigned on Monday."},
			{"2025-03-17", "Chile's foreign minister, Luis Vaz, met Kofi Adu in Lima on Monday."}},
		[][2]string{{"Country Chile @1", "Country Chile @2"}},
		[][2]string{{"Person Ana Gil @1", "Person Luis Vaz @2"}}},
	{"transliterations",
		[][2]string{
			{"2025-03-10", "President Oleksiy Kovalskyy met Ana Gil in Lima on Monday."},
			{"2025-03-10", "President Oleksii Kovalsky met Ana Gil in Lima on Monday."}},
		[][2]string{{"Person Oleksiy Kovalskyy @1", "Person Oleksii Kovalsky @2"}},
		nil},
	{"an acronym in one article, the name in another",
		[][2]string{
			{"2025-03-10", "The Baltic Fisheries Council rejected the plan on Monday, Ana Gil said."},
			{"2025-03-11", "The BFC rejected the plan, Ana Gil said on Tuesday."}},
		[][2]string{{"Organization Baltic Fisheries Council @1", "Organization BFC @2"}},
		nil},
	{"a firm with and without its legal form",
		[][2]string{
			{"2025-03-10", "Velmora Ltd bought the steelmaker Kestrel Group on Monday, said Ana Gil, its chief executive."},
			{"2025-03-11", "Velmora said on Tuesday that Ana Gil would leave."}},
		[][2]string{{"Organization Velmora Ltd @1", "Organization Velmora @2"}},
		nil},
	{"a surname alone is the one of the story",
		[][2]string{
			{"2025-03-10", "Chancellor Petra Hollweg met Karl Lund and Ana Gil in Berlin on Monday."},
			{"2025-03-11", "Hollweg told Karl Lund and Ana Gil on Tuesday that she would not sign."}},
		[][2]string{{"Person Petra Hollweg @1", "Person Hollweg @2"}},
		nil},
	{"the same words for a body in two orders",
		[][2]string{
			{"2025-03-10", "The Grand Coalition to Free Orlund met Ana Gil in Lima on Monday."},
			{"2025-03-12", "Ana Gil left the Free Orlund Coalition on Wednesday."}},
		[][2]string{{"Organization Grand Coalition to Free Orlund @1", "Organization Free Orlund Coalition @2"}},
		nil},
	{"one city of meetings, two years",
		[][2]string{
			{"2024-03-10", "Peru and Chile held talks in Geneva on Sunday, led by Ana Gil and Karl Lund."},
			{"2025-03-10", "Peru and Chile held talks in Geneva on Monday, led by Ana Gil and Karl Lund."}},
		nil,
		[][2]string{{"Meeting talks @1", "Meeting talks @2"}}},
	{"a call is no summit",
		[][2]string{
			{"2025-03-10", "Ana Gil and Karl Lund spoke in a phone call on Monday."},
			{"2025-03-10", "Ana Gil and Karl Lund attended a summit in Oslo on Monday."}},
		nil,
		[][2]string{{"Meeting phone call @1", "Meeting summit @2"}}},
	{"governments of two articles",
		[][2]string{
			{"2025-03-10", "The Peruvian government rejected the plan on Monday. Ana Gil said the government would fall."},
			{"2025-03-10", "The Kenyan government welcomed the plan on Monday. Kofi Adu said the government would stand."}},
		nil,
		[][2]string{{"Organization Peruvian government @1", "Organization Kenyan government @2"}}},
	{"initials and a middle name",
		[][2]string{
			{"2025-03-10", "Maria Teresa Quintamarra met Karl Lund in Lima on Monday."},
			{"2025-03-11", "Karl Lund thanked M. Quintamarra on Tuesday."},
			{"2025-03-12", "Maria Quintamarra left Lima on Wednesday."}},
		[][2]string{{"Person Maria Teresa Quintamarra @1", "Person Maria Quintamarra @3"}, {"Person Maria Teresa Quintamarra @1", "Person M. Quintamarra @2"}},
		nil},
}

// TestStories reads stories of several articles as they would be added to one
// graph.
func TestStories(t *testing.T) {
	p, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range stories {
		t.Run(s.name, func(t *testing.T) {
			var readings []*fact.Reading
			for i, a := range s.articles {
				doc, err := source.Parse(string(rune('1'+i))+".txt", []byte(a[1]), a[0])
				if err != nil {
					t.Fatal(err)
				}
				readings = append(readings, p.Read(doc))
			}
			got := resolve.Resolve(readings)
			for _, pair := range s.same {
				if a, b := at(t, readings, got, pair[0]), at(t, readings, got, pair[1]); a != b {
					t.Errorf("%s is not %s", pair[0], pair[1])
				}
			}
			for _, pair := range s.apart {
				if a, b := at(t, readings, got, pair[0]), at(t, readings, got, pair[1]); a == b {
					t.Errorf("%s is %s", pair[0], pair[1])
				}
			}
		})
	}
}

// at returns the entity of the graph that "type form @ article" is.
func at(t *testing.T, readings []*fact.Reading, got *resolve.Result, what string) int {
	t.Helper()
	name, article, _ := strings.Cut(what, " @")
	typ, form, _ := strings.Cut(name, " ")
	r := int(article[0] - '1')
	var names []string
	for e, x := range readings[r].Entities {
		if x.Type == typ && slices.Contains(x.Aliases, form) {
			return got.Of[r][e]
		}
		names = append(names, x.Type+" "+x.Name)
	}
	t.Fatalf("%s is not among %q", what, names)
	return -1
}
