package resolve

import (
	"fmt"
	"strings"
)

// A tally weighs what speaks for two items being one.
type tally struct {
	score   int
	out     bool      // something rules it out
	reasons *[]string // where reasons are kept; nil if nobody asks for them
	likes   likes     // nil if nothing is to be kept
}

// likes keeps the likeness of words: the same surnames are compared over and
// over.
type likes map[[2]int32]float64

// surnames returns the likeness of the surnames of two people.
func (l likes) surnames(a, b *item) float64 {
	if a.surname == b.surname {
		return 1
	}
	key := [2]int32{a.surname, b.surname}
	if v, ok := l[key]; ok {
		return v
	}
	x, y := a.label.sound, b.label.sound
	v := x[len(x)-1].Like(y[len(y)-1])
	if l != nil {
		l[key] = v
	}
	return v
}

// add counts n for a reason, with the names that it is about.
func (t *tally) add(n int, reason string, names ...string) {
	if n == 0 {
		return
	}
	t.score += n
	if t.reasons != nil {
		*t.reasons = append(*t.reasons, fmt.Sprintf("%+d %s", n, told(reason, names)))
	}
}

// no rules it out.
func (t *tally) no(reason string, names ...string) {
	t.out = true
	if t.reasons != nil {
		*t.reasons = append(*t.reasons, "no: "+told(reason, names))
	}
}

func told(reason string, names []string) string {
	if len(names) == 0 {
		return reason
	}
	return reason + ": " + strings.Join(names, ", ")
}
