package mention_test

import (
	"slices"
	"strings"
	"testing"
)

// TestMeetings looks for meetings told by verbs, hours and weak nouns, and for
// none where these are said in passing.
func TestMeetings(t *testing.T) {
	f, an := newFinder(t)
	tests := []struct {
		text string
		want []string // all the meetings
	}{
		{"Ana Gil met Karl Lund at the Foreign Ministry.", []string{"met Karl Lund"}},
		{"Ana Gil haggled with Karl Lund for nine hours.", []string{"haggled with Karl Lund"}},
		{"Ana Gil and Karl Lund talked for forty minutes in Cusco.", []string{"talked for forty minutes"}},
		{"Ana Gil will bid farewell to Karl Lund in Cusco on Friday.", []string{"bid farewell"}},
		{"Ana Gil told Karl Lund on the phone on Saturday that the deal was dead.", []string{"told Karl Lund on the phone"}},
		{"The pension board approved the accord in Cusco on 4 December.", []string{"approved the accord in Cusco"}},
		{"Ana Gil was granted twenty minutes with Karl Lund.", []string{"twenty minutes"}},
		{"A later round, in Cusco, failed.", []string{"later round"}},
		{"Friday's regional council in Cusco was short.", []string{"Friday's regional council"}},
		{"Chile's round table opened in Lima.", []string{"Chile's round table"}},
		{"Ana Gil was not asked to Tuesday's Cusco gathering.", []string{"Tuesday's Cusco gathering"}},
		{"Ana Gil attended the G20 in Lima.", []string{"G20"}},
		{"Chile will host the Pacific Islands Forum in May.", []string{"Pacific Islands Forum"}},
		{"At the World Health Assembly on Tuesday, Ana Gil spoke against the treaty.", []string{"World Health Assembly"}},
		{"Ana Gil flew to the Tarma Forum on Monday.", []string{"Tarma Forum"}},
		{"Once Lima had been chosen for the G20, Ana Gil left.", []string{"G20"}},
		{"Talks on coal subsidies collapsed here today after the vote.", []string{"Talks on coal subsidies"}},
		{"Chile joined the G20 in 2010.", nil},
		{"The World Health Assembly adopted the treaty.", nil},
		{"Ana Gil is an economist at the World Economic Forum.", nil},
		{"Ana Gil talked about the weather for an hour.", nil},
		{"Ana Gil told Karl Lund on Saturday that the deal was dead.", nil},
		{"The pension board approved the accord on Friday.", nil},
		{"Ana Gil bade farewell to football in Cusco on Friday.", nil},
		{"Ana Gil spent an hour with a book about Karl Lund.", nil},
		{"The regional council has its seat in Cusco.", nil},
		{"A round table stood in a hall in Lima.", nil},
		{"Ana Gil was at home, gathering wood.", nil},
	}
	for _, test := range tests {
		var got []string
		for _, e := range entities(find(t, f, an, test.text, "2024-06-12")) {
			if name, ok := strings.CutPrefix(e, "Meeting "); ok {
				got = append(got, name)
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q has meetings %q, want %q", test.text, got, test.want)
		}
	}
}
