package resolve

// bodyKeys are the key of a country, or each of the names of a body or place:
// its words, and its letters where it is an acronym.
func bodyKeys(it *item) []string {
	if it.Key != "" {
		return []string{it.Key}
	}
	var out []string
	for i := range it.names {
		if it.telling(&it.names[i]) {
			out = append(out, it.names[i].key)
			if a := it.names[i].first; a != "" && it.Type == "Organization" {
				out = append(out, a)
			}
		}
	}
	return out
}

// telling reports whether a name says which of its kind the body is: it has
// capitals, or is the item's only name.
func (it *item) telling(n *name) bool {
	return n.full && (len(n.words) > 1 || it.Type == "Place" || n.short != "" || isName(it, n)) || len(it.names) == 1 && len(n.words) > 1
}

// isName reports whether n is the label of the item.
func isName(it *item, n *name) bool {
	return it.label.key == n.key
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
			if a.telling(&a.names[i]) && b.telling(&b.names[j]) && a.names[i].key == b.names[j].key {
				top = max(top, 4+len(a.names[i].words))
			} else if x, y := &a.names[i], &b.names[j]; x.short != "" && x.short == y.first || y.short != "" && y.short == x.first {
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
