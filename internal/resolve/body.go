package resolve

import "strings"

// bodyKeys are the key of a country, or each of the names of a body or place:
// its words, and its letters where it is an acronym.
func bodyKeys(it *item) []string {
	if it.Key != "" {
		return []string{it.Key}
	}
	var out []string
	for i := range it.names {
		if it.telling(&it.names[i]) {
			out = append(out, strings.Join(it.names[i].words, " "))
			if a := it.names[i].initials(); a != "" && it.Type == "Organization" {
				out = append(out, a)
			}
		}
	}
	return out
}

// initials returns the first letters of a name of three words or more, small
// ones left out; empty for shorter names.
func (n *name) initials() string {
	var b strings.Builder
	for _, w := range n.words {
		if !small[w] {
			b.WriteByte(w[0])
		}
	}
	if b.Len() < 3 {
		return ""
	}
	return b.String()
}

var small = map[string]bool{"of": true, "and": true, "for": true, "in": true, "on": true, "to": true, "de": true, "la": true}

// telling reports whether a name says which of its kind the body is: it has
// capitals, or is the item's only name.
func (it *item) telling(n *name) bool {
	return n.full && (len(n.words) > 1 || it.Type == "Place" || n.short != "" || isName(it, n)) || len(it.names) == 1 && len(n.words) > 1
}

// isName reports whether n is the label of the item.
func isName(it *item, n *name) bool {
	return strings.Join(words(it.Name), " ") == strings.Join(n.words, " ")
}

// sameBody compares two bodies or places: they are one if they share a telling
// name and nothing says that they belong to different countries.
func sameBody(a, b *item) int {
	if a.Key != b.Key {
		return -1
	}
	if a.Key != "" {
		return 10
	}
	if a.Side != "" && b.Side != "" && a.Side != b.Side {
		return -1
	}
	top := 0
	for i := range a.names {
		for j := range b.names {
			if a.telling(&a.names[i]) && b.telling(&b.names[j]) && strings.Join(a.names[i].words, " ") == strings.Join(b.names[j].words, " ") {
				top = max(top, 4+len(a.names[i].words))
			} else if x, y := &a.names[i], &b.names[j]; x.short != "" && x.short == y.initials() || y.short != "" && y.short == x.initials() {
				top = max(top, 5)
			}
		}
	}
	return top
}

// delegationKeys are the side of a delegation, or its names.
func delegationKeys(it *item) []string {
	if it.Side != "" {
		return []string{it.Side}
	}
	return bodyKeys(it)
}

func sameDelegation(a, b *item) int {
	if a.Side != b.Side {
		return -1
	}
	if a.Side != "" {
		return 5
	}
	return sameBody(a, b)
}

func textKeys(it *item) []string { return []string{it.Text} }

// sameText joins the copies of a statement.
func sameText(a, b *item) int {
	if a.Text != "" && a.Text == b.Text && a.Name == b.Name {
		return 1
	}
	return -1
}
