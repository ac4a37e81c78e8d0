package resolve

import "strings"

// prefixed returns the strings that begin with prefix.
func prefixed(list []string, prefix string) []string {
	var out []string
	for _, s := range list {
		if strings.HasPrefix(s, prefix) {
			out = append(out, s)
		}
	}
	return out
}

// disjoint reports whether both lists have members and none in common.
func disjoint(a, b []string) bool { return len(a) > 0 && len(b) > 0 && !meet(a, b) }

// meet reports whether two lists have a member in common.
func meet(a, b []string) bool { return common(a, b) > 0 }

// common counts the members that two sorted lists share.
func common(a, b []string) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}
