package resolve

import (
	"strings"

	"kg/internal/alike"
)

// fullName returns the words of a person's name without forms of address.
func fullName(it *item) []string { return it.label.words }

// personWeight places full names before short ones.
func personWeight(it *item) int { return min(len(fullName(it)), 3) }

// isFull reports whether a given name and a surname are known.
func isFull(it *item) bool { return len(fullName(it)) >= 2 && len(fullName(it)[0]) > 1 }

// isShort reports whether only a surname or a given name is known.
func isShort(it *item) bool { return len(fullName(it)) < 2 }

// personKeys are the sound of the surname, and for a full name also the given
// name with the first letters of the surname, so that a spelling error in
// either leaves a key.
func personKeys(it *item) []string {
	w := fullName(it)
	if len(w) == 0 {
		return nil
	}
	last := w[len(w)-1]
	out := []string{"s " + alike.Skeleton(last)}
	if isFull(it) {
		out = append(out, "g "+w[0]+" "+last[:min(2, len(last))])
	}
	for i := range it.names {
		if n := &it.names[i]; n.calls(w) && n.words[0] != last {
			out = append(out, "s "+alike.Skeleton(n.words[0]))
		}
	}
	return out
}

// calls reports whether a form is one word of a full name, by which its
// document calls the person: the first word of names whose surname comes
// first.
func (n *name) calls(full []string) bool {
	return len(n.words) == 1 && n.full && len(full) > 2 && n.words[0] == full[0]
}

// comparePeople compares two names: the surnames must sound alike, and where
// both have given names these must too, or be initials of each other.
func comparePeople(a, b *item, t *tally) {
	x, y := a.label.sound, b.label.sound
	if len(x) == 0 || len(y) == 0 {
		return
	}
	surname := t.likes.surnames(a, b)
	if surname < 0.75 && (len(x) == 1 && b.called(a) || len(y) == 1 && a.called(b)) {
		surname = 1
	}
	if surname < 0.75 {
		t.no("other surnames", a.Name, b.Name)
		return
	}
	if len(x) == 1 || len(y) == 1 {
		t.add(int(10*surname), "the surname", a.Name, b.Name)
		return
	}
	g := given(x[0], y[0])
	if g < 0.75 || surname < 0.8 && g < 1 {
		t.no("other given names", a.Name, b.Name)
		return
	}
	t.add(int(20*surname*g), "names alike", a.Name, b.Name)
}

// called reports whether the document calls the person by the only word of
// another's name.
func (it *item) called(o *item) bool {
	for i := range it.names {
		if n := &it.names[i]; n.calls(fullName(it)) && n.key == o.label.key {
			return true
		}
	}
	return false
}

// given compares first given names; middle ones may differ or be missing.
func given(x, y alike.Word) float64 {
	a, b := x.Form(), y.Form()
	switch {
	case len(a) == 1 || len(b) == 1:
		if a[0] == b[0] {
			return 0.85
		}
		return 0
	case strings.HasPrefix(a, b) && len(b) >= 3, strings.HasPrefix(b, a) && len(a) >= 3:
		return 0.9
	}
	return x.Like(y)
}
