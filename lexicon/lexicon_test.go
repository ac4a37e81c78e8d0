package lexicon

import (
	"fmt"
	"testing"

	"kg/internal/nlp"
	"kg/internal/text"
)

// words lays out a sentence word by word, a gap between any two.
func words(forms ...string) []nlp.Word {
	out, at := make([]nlp.Word, len(forms)), 0
	for i, f := range forms {
		out[i] = nlp.Word{Form: f, Span: text.Span{Start: at, End: at + len(f)}}
		at += len(f) + 1
	}
	return out
}

func mustLoad(t testing.TB) *Lexicon {
	t.Helper()
	l, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestCountry(t *testing.T) {
	l := mustLoad(t)
	for _, c := range []struct {
		form string
		key  CountryKey
		use  Use
	}{
		{"Ukraine", "UA", Name}, {"UKRAINE", "UA", Name}, {"U.S.", "US", Name}, {"US", "US", Name}, {"UK", "GB", Name},
		{"Dutch", "NL", Adjective | People}, {"Ukrainians", "UA", People}, {"Briton", "GB", Person},
		{"Kyiv", "UA", Capital}, {"Washington", "US", Capital}, {"Kremlin", "RU", Seat}, {"Élysée", "FR", Seat},
		{"Cote d'Ivoire", "CI", Name}, {"Côte d’Ivoire", "CI", Name}, {"Türkiye", "TR", Name}, {"Turkey", "TR", Name},
		{"Soviet Union", "SUHH", Name}, {"DR Congo", "CD", Name}, {"South Korean", "KR", Adjective | Person}, {"Bosnia", "BA", Name},
		{"Philippine", "PH", Adjective}, {"Filipino", "PH", Adjective | Person}, {"Emirati", "AE", Adjective | Person},
	} {
		key, use, ok := l.Country(c.form)
		if !ok || key != c.key || use&c.use != c.use {
			t.Errorf("Country(%q) = %q, %b, %v; want %q with %b", c.form, key, use, ok, c.key, c.use)
		}
	}
	for _, form := range []string{"us", "Us", "turkey", "Pig", "", "it"} {
		if key, _, ok := l.Country(form); ok {
			t.Errorf("Country(%q) = %q, want none", form, key)
		}
	}
	if n := l.CountryName("NL"); n != "Netherlands" {
		t.Errorf("CountryName(NL) = %q", n)
	}
}

func TestAt(t *testing.T) {
	l := mustLoad(t)
	if c, n := l.CountryAt(words("United", "States", "officials")); n != 2 || c.Key != "US" {
		t.Errorf("United States: %v, %d words", c, n)
	}
	if o, n := l.OrganizationAt(words("World", "Trade", "Organization", "rules")); n != 3 || o.Kind != "international" {
		t.Errorf("World Trade Organization: %v, %d words", o, n)
	}
	if o, ok := l.Organization("IMF"); !ok || !o.Acronym || o.Name != "International Monetary Fund" {
		t.Errorf("IMF: %v", o)
	}
	if r, n := l.RegionAt(words("West", "Bank", "settlers")); n != 2 || r.Country != "PS" {
		t.Errorf("West Bank: %v, %d words", r, n)
	}
}

func TestOfficeAt(t *testing.T) {
	l := mustLoad(t)
	for _, c := range []struct {
		words []nlp.Word
		class string
		leads bool
		n     int
	}{
		{words("Foreign", "Minister", "Ada"), "minister", true, 2},
		{words("former", "Deputy", "Trade", "Minister", "Ada"), "deputy", false, 4},
		{words("deputy", "prime", "ministers"), "deputy", false, 3},
		{words("Secretary", "of", "State", "Ada"), "minister", true, 3},
		{words("Minister", "of", "Trade", "and", "Industry", "Ada"), "minister", true, 5},
		{words("Minister", "of", "Kenya"), "minister", true, 1},
		{words("vice", "-", "president"), "deputy", false, 3},
		{words("vice-president"), "deputy", false, 1},
		{words("co-founder", "and"), "founder", false, 1},
		{words("trade", "and", "industry", "secretary"), "minister", true, 4},
		{words("spokeswomen"), "spokesperson", false, 1},
		{words("general", "election"), "military", false, 1},
		{words("trade", "talks"), "", false, 0},
		{words(), "", false, 0},
	} {
		o, n := l.OfficeAt(c.words)
		if n != c.n || o.Class != c.class || o.Leads != c.leads {
			t.Errorf("OfficeAt(%v) = %+v, %d; want %s %v, %d", Surface(c.words), o, n, c.class, c.leads, c.n)
		}
	}
}

func TestNoun(t *testing.T) {
	l := mustLoad(t)
	for _, c := range []struct {
		kind          Kind
		phrase, class string
	}{
		{Meeting, "talks", "meeting"}, {Meeting, "phone calls", "call"}, {Meeting, "round-table", "conference"},
		{Kinship, "son-in-law", "in-law"}, {Kinship, "fiancée", "spouse"}, {Proposal, "treaties", "agreement"},
		{Delegation, "Negotiators", "people"}, {Rank, "Lt. Gen.", "military"}, {CompanySuffix, "GmbH", "company"},
	} {
		if class, ok := l.Noun(c.kind, c.phrase); !ok || class != c.class {
			t.Errorf("Noun(%d, %q) = %q, %v; want %q", c.kind, c.phrase, class, ok, c.class)
		}
	}
	if class, n := l.NounAt(Kinship, words("son", "-", "in", "-", "law", "of")); n != 5 || class != "in-law" {
		t.Errorf("son - in - law: %q, %d words", class, n)
	}
}

func TestPlacesAndPeople(t *testing.T) {
	l := mustLoad(t)
	if c, ok := l.City("Düsseldorf"); !ok || c.Country != "DE" || c.Size != 4 {
		t.Errorf("Düsseldorf: %v %v", c, ok)
	}
	if cs := l.Cities("Paris"); len(cs) < 2 || cs[0].Country != "FR" {
		t.Errorf("Paris: %v", cs)
	}
	if _, ok := l.City("reading"); ok {
		t.Error("reading is a city")
	}
	if f, noun := l.GivenName("Emma"); f != Popular || noun {
		t.Errorf("Emma: %v %v", f, noun)
	}
	if f, noun := l.Surname("Baker"); f == Unlisted || !noun {
		t.Errorf("Baker: %v %v", f, noun)
	}
}

// TestSorted checks that every line of the searched tables can be found.
func TestMayHave(t *testing.T) {
	l := mustLoad(t)
	for _, c := range []struct {
		state  CountryKey
		office string
		want   bool
	}{
		{"GB", "president", false}, {"GB", "King", true}, {"FR", "president", true}, {"FR", "king", false},
		{"JP", "emperor", true}, {"GB", "foreign minister", true}, {"XX", "president", true},
	} {
		if got := l.MayHave(c.state, c.office); got != c.want {
			t.Errorf("MayHave(%s, %q) = %v, want %v", c.state, c.office, got, c.want)
		}
	}
	if o, ok := l.Office("taoiseach"); !ok || o.State != "IE" {
		t.Errorf("taoiseach is of %q, want IE", o.State)
	}
}

func TestSorted(t *testing.T) {
	l := mustLoad(t)
	for name, table := range map[string]*sorted{"cities": l.cities, "given names": l.given, "surnames": l.surnames, "words": l.words} {
		bad := 0
		for _, row := range rows(table.text) {
			if got, ok := table.find(row[0]); !ok || got != row[1] {
				bad++
			}
		}
		if bad > 0 {
			t.Errorf("%s: %d keys cannot be found", name, bad)
		}
	}
}

func FuzzLookup(f *testing.F) {
	l := mustLoad(f)
	f.Add("UNITED STATES")
	f.Add("Ð-’ \xff")
	f.Fuzz(func(t *testing.T, s string) {
		if once := Fold(s); Fold(once) != once {
			t.Errorf("Fold is not idempotent on %q", s)
		}
		l.Country(s)
		l.City(s)
		l.Office(s)
		if _, n := l.OfficeAt(words(s, s)); n > 2 {
			t.Errorf("OfficeAt read %d of 2 words", n)
		}
		for k := range kinds {
			if _, n := l.NounAt(k, words(s)); n > 1 {
				t.Errorf("NounAt read %d of 1 word", n)
			}
		}
	})
}

func ExampleLexicon_Country() {
	l, err := Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	key, use, _ := l.Country("Kyiv")
	fmt.Println(key, l.CountryName(key), use.Has(Capital))
	// Output: UA Ukraine true
}

func BenchmarkBuild(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := build(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCity(b *testing.B) {
	l := mustLoad(b)
	b.ReportAllocs()
	for b.Loop() {
		l.City("Rotterdam")
	}
}
