package diagram

import (
	"strings"
	"testing"

	"kg/graph"
	"kg/internal/figure"
	"kg/schema"
)

// port is a graph of a meeting of two sides, a plan that came true, one that is
// denied, and a statement.
func port(t *testing.T) *graph.Graph {
	t.Helper()
	nodes := []graph.Node{
		{ID: "c-n", Type: "Country", Label: "Norland"}, {ID: "c-o", Type: "Country", Label: "Ostravia"},
		{ID: "p-a", Type: "Person", Label: "Ada Novak"}, {ID: "p-b", Type: "Person", Label: "Bo Lind"},
		{ID: "m-t", Type: "Meeting", Label: "port talks", Date: "2025-03-02"}, {ID: "l-g", Type: "Place", Label: "Geneva"},
		{ID: "pr-p", Type: "Proposal", Label: "harbour plan"}, {ID: "s-s", Type: "Statement", Label: "We will dig", Text: "We will dig"},
	}
	return build(t, nodes, []graph.Edge{
		fact("p-a", "holds_role", "c-n", schema.Asserted, "", "foreign minister"),
		fact("p-a", "participated_in", "m-t", schema.Asserted, "2025-03-02", ""),
		fact("c-o", "participated_in", "m-t", schema.Planned, "2025-03-02", ""),
		fact("m-t", "held_in", "l-g", schema.Asserted, "", ""),
		fact("c-o", "supported", "pr-p", schema.Planned, "2025-04", ""),
		fact("c-o", "supported", "pr-p", schema.Asserted, "2025-04", ""),
		fact("p-b", "opposed", "pr-p", schema.Denied, "2025-01-09", ""),
		fact("p-b", "said", "s-s", schema.Asserted, "2025-05-01", ""),
	})
}

func TestTimeline(t *testing.T) {
	l, err := NewTimeline(port(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range l.entries {
		s := x.date + " " + x.title + " (" + strings.Join(x.notes, "; ") + ")"
		for _, m := range x.marks {
			s += " " + m.party + ":" + m.modality.String()
		}
		got = append(got, s)
	}
	want := []string{
		"2025-01-09 did not oppose harbour plan () p-b:denied",
		"2025-03-02 port talks (Geneva; Ada Novak) c-o:planned c-n:asserted",
		"2025-04 supported harbour plan (Ostravia) c-o:asserted",
		"2025-05-01 “We will dig” (Bo Lind) p-b:asserted",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestTimelineIsCut: events stay, statements go first, and lanes are shared.
func TestTimelineIsCut(t *testing.T) {
	l, err := NewTimeline(port(t), Options{Max: 2})
	if err != nil {
		t.Fatal(err)
	}
	if shown, all := l.Cut(); shown != 2 || all != 4 || l.entries[1].title != "port talks" {
		t.Errorf("%d of %d: %+v", shown, all, l.entries)
	}
	lanes, others := lanesOf(l.entries, 1)
	if len(lanes) != 1 || !others {
		t.Errorf("lanes %v, others %t", lanes, others)
	}
	texts := ""
	for _, x := range l.Figure().Items {
		if s, ok := x.(*figure.Text); ok {
			texts += s.Text + "|"
		}
	}
	if !strings.Contains(texts, "2 of 4 dated events and relations") {
		t.Errorf("the picture does not say that it is cut: %s", texts)
	}
}
