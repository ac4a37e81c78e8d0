package mention

import "testing"

// TestCompatible asks which dates can be those of one meeting; a week dated by
// its month may reach into the next.
func TestCompatible(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2014-03-09", "2014-03-09", true},
		{"2014-03-09", "2014-03-10", false},
		{"2014-03-09", "2014-03", true},
		{"2014-03-09", "2014-01", false},
		{"2014-03-02", "2014-02", true},
		{"2014-03-09", "2014", true},
		{"2014-03-09", "2012", false},
		{"2014-03-09/2014-03-11", "2014-03-20", true},
		{"2014-03-09", "", true},
	} {
		if got := compatible(c.a, c.b); got != c.want {
			t.Errorf("compatible(%q, %q) = %v", c.a, c.b, got)
		}
		if got := compatible(c.b, c.a); got != c.want {
			t.Errorf("compatible(%q, %q) = %v", c.b, c.a, got)
		}
	}
}
