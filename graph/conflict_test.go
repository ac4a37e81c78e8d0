package graph_test

import (
	"testing"

	"kg/graph"
	"kg/schema"
)

// TestConflicts tells for pairs of edges whether they contradict each other.
func TestConflicts(t *testing.T) {
	nodes := []graph.Node{{ID: "p-a", Type: "Person", Label: "A"}, {ID: "p-b", Type: "Person", Label: "B"}, {ID: "c-x", Type: "Country", Label: "X"},
		{ID: "r-p", Type: "Proposal", Label: "P"}, {ID: "m-m", Type: "Meeting", Label: "M"}, {ID: "l-l", Type: "Place", Label: "L"}, {ID: "l-k", Type: "Place", Label: "K"}}
	type e struct {
		from, relation, to string
		modality           schema.Modality
		date, role         string
		claimed            string
	}
	const yes, planned, no = schema.Asserted, schema.Planned, schema.Denied
	tests := []struct {
		name string
		a, b e
		kind string
	}{
		{"stated and denied", e{"p-a", "met", "p-b", yes, "2025-03-01", "", ""}, e{"p-a", "met", "p-b", no, "", "", ""}, graph.Contradicted},
		{"on another day", e{"p-a", "met", "p-b", yes, "2025-03-01", "", ""}, e{"p-a", "met", "p-b", no, "2025-03-02", "", ""}, ""},
		{"in that month", e{"p-a", "met", "p-b", yes, "2025-03-01", "", ""}, e{"p-a", "met", "p-b", no, "2025-03", "", ""}, graph.Contradicted},
		{"planned and denied", e{"p-a", "met", "p-b", planned, "", "", ""}, e{"p-a", "met", "p-b", no, "", "", ""}, ""},
		{"one denies what the other claims", e{"p-a", "met", "p-b", yes, "", "", "p-a"}, e{"p-a", "met", "p-b", no, "", "", "p-b"}, ""},
		{"for and against", e{"p-a", "supported", "r-p", yes, "", "", ""}, e{"p-a", "opposed", "r-p", yes, "", "", ""}, graph.Against},
		{"a change of mind", e{"p-a", "supported", "r-p", yes, "2025-01", "", ""}, e{"p-a", "opposed", "r-p", yes, "2025-02", "", ""}, ""},
		{"two who disagree", e{"p-a", "supported", "r-p", yes, "", "", ""}, e{"p-b", "opposed", "r-p", yes, "", "", ""}, ""},
		{"two places", e{"m-m", "held_in", "l-l", yes, "", "", ""}, e{"m-m", "held_in", "l-k", yes, "", "", ""}, graph.TwoPlaces},
		{"a place and a country", e{"m-m", "held_in", "l-l", yes, "", "", ""}, e{"m-m", "held_in", "c-x", yes, "", "", ""}, ""},
		{"two dates", e{"p-a", "participated_in", "m-m", yes, "2025-03-01", "", ""}, e{"p-b", "participated_in", "m-m", yes, "2025-03-04", "", ""}, graph.TwoDates},
		{"a date and its month", e{"p-a", "participated_in", "m-m", yes, "2025-03-01", "", ""}, e{"p-b", "participated_in", "m-m", yes, "2025-03", "", ""}, ""},
		{"two presidents", e{"p-a", "holds_role", "c-x", yes, "", "president", ""}, e{"p-b", "holds_role", "c-x", yes, "", "President", ""}, graph.TwoHolders},
		{"two presidents, one after the other", e{"p-a", "holds_role", "c-x", yes, "2023", "president", ""}, e{"p-b", "holds_role", "c-x", yes, "2025", "president", ""}, ""},
		{"two envoys", e{"p-a", "holds_role", "c-x", yes, "", "envoy", ""}, e{"p-b", "holds_role", "c-x", yes, "", "envoy", ""}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var edges []graph.Edge
			for i, x := range []e{test.a, test.b} {
				edges = append(edges, graph.Edge{From: x.from, Relation: x.relation, To: x.to, Modality: x.modality, Date: x.date, Role: x.role, Claimed: x.claimed,
					Evidence: []graph.Evidence{{Doc: []string{"a.txt", "b.txt"}[i], End: 3, Text: "So.", Date: "2025-03-05"}}})
			}
			g, err := graph.New(nodes, edges)
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, c := range g.Conflicts() {
				got += c.Kind
			}
			if got != test.kind {
				t.Errorf("conflicts %q, want %q", got, test.kind)
			}
		})
	}
}
