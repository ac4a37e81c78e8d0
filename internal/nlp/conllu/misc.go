package conllu

import "strings"

// hasItem reports whether the list "a=1|b=2" holds the item.
func hasItem(list, want string) bool {
	for it := range strings.SplitSeq(list, "|") {
		if it == want {
			return true
		}
	}
	return false
}

// item returns the value that key has in the list "a=1|b=2", or "".
func item(list, key string) string {
	for it := range strings.SplitSeq(list, "|") {
		if k, v, ok := strings.Cut(it, "="); ok && k == key {
			return v
		}
	}
	return ""
}

// dropItem returns the list without key, "_" if nothing is left.
func dropItem(list, key string) string {
	if !strings.Contains(list, key) {
		return list
	}
	var kept []string
	for it := range strings.SplitSeq(list, "|") {
		if k, _, _ := strings.Cut(it, "="); k != key {
			kept = append(kept, it)
		}
	}
	if len(kept) == 0 {
		return "_"
	}
	return strings.Join(kept, "|")
}
