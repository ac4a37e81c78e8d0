package when_test

import (
	"testing"
	"testing/quick"

	"kg/internal/when"
)

func TestParse(t *testing.T) {
	for _, s := range []string{"", "2025", "2025-11", "2025-11-30", "0001-01-01", "2025-11-01/2025-11-03"} {
		d, err := when.Parse(s)
		if err != nil || d.String() != s {
			t.Errorf("%q: got %q, %v", s, d, err)
		}
	}
	for _, s := range []string{"x", "25", "2025-13", "2025-02-30", "2025-11-30T10:00", "2025-11-03/2025-11-01", "2025/", "0000"} {
		if d, err := when.Parse(s); err == nil {
			t.Errorf("%q: no error but %v", s, d)
		}
	}
	if d := mustParse(t, "2025-11/2026-01"); d.String() != "2025-11-01/2026-01-31" {
		t.Errorf("interval of months: %v", d)
	}
}

func TestOverlaps(t *testing.T) {
	for _, c := range []struct {
		a, b               string
		overlaps, contains bool
	}{
		{"2025", "2025-11-30", true, true},
		{"2025-11-30", "2025", true, false},
		{"2025-11", "2025-12", false, false},
		{"2025-11-01/2025-11-03", "2025-11-03", true, true},
		{"", "2025", false, false},
		{"2025", "", false, false},
	} {
		a, b := mustParse(t, c.a), mustParse(t, c.b)
		if a.Overlaps(b) != c.overlaps || b.Overlaps(a) != c.overlaps || a.Contains(b) != c.contains {
			t.Errorf("%q and %q: overlaps %t, contains %t", c.a, c.b, a.Overlaps(b), a.Contains(b))
		}
	}
}

func TestCompare(t *testing.T) {
	in := []string{"", "2024", "2025-01-01", "2025-01-01/2025-01-03", "2025-01", "2025", "2025-02"}
	for i, a := range in {
		for k, b := range in {
			want := 0
			if i < k {
				want = -1
			} else if i > k {
				want = 1
			}
			if got := mustParse(t, a).Compare(mustParse(t, b)); got != want {
				t.Errorf("%q, %q: got %d, want %d", a, b, got, want)
			}
		}
	}
}

// Days and their calendar dates are each other's inverse.
func TestDay(t *testing.T) {
	f := func(n uint32) bool {
		d := when.Day(n%3_000_000) - 700_000
		y, m, dd := d.Date()
		return when.DayOf(y, m, dd) == d && (d+7).Weekday() == d.Weekday() && (d+1).Weekday() == (d.Weekday()+1)%7
	}
	if err := quick.Check(f, nil); err != nil {
		t.Error(err)
	}
	if when.DayOf(2025, 11, 30).Weekday() != 6 {
		t.Error("30 November 2025 was a Sunday")
	}
}
