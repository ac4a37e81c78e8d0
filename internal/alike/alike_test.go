package alike

import (
	"fmt"
	"testing"
)

func ExampleCompare() {
	l := Compare(Person, "Serhiy Kovalchuk", "Sergii Kovaltchouk")
	fmt.Printf("%v %s\n", l.Score >= Same, l.Reason)
	// Output: true spelt alike
}

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		kind Kind
		a, b string
		same bool
	}{
		{Person, "Gil, Ana", "Ana Gil", true},
		{Person, "A. Gil", "Ana Gil", true},
		{Person, "B. Gil", "Ana Gil", false},
		{Person, "Ana María Gil", "Ana Gil", true},
		{Person, "Ana Gil", "Ana Lund", false},
		{Person, "Андрей Волков", "Andrei Volkov", true},
		{Person, "Dr Karl Lund", "Karl Lund", true},
		{Person, "KarlLund", "Karl Lund", true},
		{Person, "Jörg Müller", "Joerg Mueller", true},
		{Person, "Yusuf al-Harbi", "Yusuf al-Qasimi", false},
		{Person, "Kalr Lundberg", "Karl Lundberg", true},
		{Body, "Nordbank AG", "Nordbank", true},
		{Body, "Nordbank AG", "Nordbank GmbH", false},
		{Body, "Nordbank Fund IV", "Nordbank Fund V", false},
		{Body, "First Nordbank", "1st Nordbank", true},
		{Body, "Harbour Workers League", "HWL", true},
		{Body, "Nordic Gas Company", "Nordic Oil Company", false},
		{Body, "Gil & Lund", "Gil and Lund", true},
		{Body, "", "Nordbank", false},
	} {
		if l := Compare(c.kind, c.a, c.b); l.Score >= Same != c.same {
			t.Errorf("%q, %q: %.2f (%s), want the same: %v", c.a, c.b, l.Score, l.Reason, c.same)
		}
	}
}

// FuzzCompare: the order of the names makes no difference, the score is a
// likeness, and a name with words is like itself.
func FuzzCompare(f *testing.F) {
	f.Add("Ana Gil", "Gil, A.")
	f.Add("OOO Nordbank II", "S.A. de C.V.")
	f.Add("\xff 習 ...", "'s 'S 1st")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 300 {
			return
		}
		for _, kind := range []Kind{Person, Body} {
			x, y := Compare(kind, a, b), Compare(kind, b, a)
			if x.Score < 0 || x.Score > 1 || x.Score-y.Score > 1e-9 || y.Score-x.Score > 1e-9 {
				t.Fatalf("%v: %q, %q: %v and %v", kind, a, b, x, y)
			}
			if l := Compare(kind, a, a); l.Score < 1 && l.Reason != "no words" {
				t.Fatalf("%v: %q is not like itself: %v", kind, a, l)
			}
		}
	})
}

func BenchmarkCompare(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Compare(Person, "Serhiy Petrovych Kovalchuk", "Sergii Kovaltchouk")
	}
}
