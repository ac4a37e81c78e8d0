package resolve

import "strings"

// thingWeight places what has a date, a place and more to tell it by first.
func thingWeight(it *item) int {
	w := len(it.near) + len(it.names)
	if it.Date != "" {
		w += 100
	}
	return w
}

// meetingKeys are the month of a meeting, its places, and its names.
func meetingKeys(it *item) []string {
	out := bodyKeys(it)
	if len(it.Date) >= 7 {
		out = append(out, it.Date[:7])
	}
	for _, n := range it.near {
		if strings.HasPrefix(n, "Place ") {
			out = append(out, n)
		}
	}
	return out
}

// sameMeeting weighs date, place, parties and name. Days apart, or different
// places, rule it out.
func sameMeeting(a, b *item) int {
	s := 0
	switch d := sameDate(a.Date, b.Date); {
	case d < 0:
		return -1
	default:
		s += d
	}
	pa, pb := prefixed(a.near, "Place "), prefixed(b.near, "Place ")
	switch {
	case len(pa) > 0 && len(pb) > 0 && !meet(pa, pb):
		return -1
	case meet(pa, pb):
		s += 3
	}
	if disjoint(a.numbers, b.numbers) {
		return -1
	}
	s += min(3, common(parties(a), parties(b)))
	if shared := common(a.words, b.words); shared > 0 {
		s++
	}
	if s < 5 && !(s == 4 && meet(pa, pb)) {
		return 0
	}
	return s
}

// sameDate returns 3 for the same day, 1 where one date holds the other, 0
// where one is unknown, and -1 where they exclude each other.
func sameDate(a, b string) int {
	switch {
	case a == "" || b == "":
		return 0
	case a == b && len(a) >= 10:
		return 3
	case strings.HasPrefix(a, b) || strings.HasPrefix(b, a):
		return 1
	case strings.Contains(a, "/") || strings.Contains(b, "/"):
		x, y, _ := strings.Cut(a+"/"+a, "/")
		y, _, _ = strings.Cut(y, "/")
		u, v, _ := strings.Cut(b+"/"+b, "/")
		v, _, _ = strings.Cut(v, "/")
		if x <= v && u <= y {
			return 1
		}
	}
	return -1
}

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

// parties returns the neighbours that act.
func parties(it *item) []string {
	var out []string
	for _, n := range it.near {
		switch typ, _, _ := strings.Cut(n, " "); typ {
		case "Person", "Country", "Organization", "Delegation":
			out = append(out, n)
		}
	}
	return out
}

// proposalKeys are the numbers and the names of a proposal.
func proposalKeys(it *item) []string {
	out := bodyKeys(it)
	for _, n := range it.numbers {
		out = append(out, "# "+n)
	}
	for _, n := range it.names {
		if len(n.words) > 1 {
			out = append(out, strings.Join(n.words[max(0, len(n.words)-2):], " "))
		}
	}
	return out
}

// sameProposal weighs numbers, version, side and words. Different numbers, an
// older and a newer version, or different sides rule it out.
func sameProposal(a, b *item) int {
	if disjoint(a.numbers, b.numbers) || version(a)*version(b) < 0 || a.Side != "" && b.Side != "" && a.Side != b.Side {
		return -1
	}
	s := 0
	if common(a.numbers, b.numbers) > 0 {
		s += 3
	}
	if version(a)*version(b) > 0 {
		s++
		if version(a) > 0 && meet(a.near, b.near) {
			s++
		}
	}
	if a.Side != "" && a.Side == b.Side {
		s++
	}
	for i := range a.names {
		for j := range b.names {
			if len(a.names[i].words) > 1 && a.names[i].key == b.names[j].key {
				s += 2
			}
		}
	}
	if s > 0 {
		s += min(2, common(a.near, b.near)/2)
	}
	if s < 2 {
		return 0
	}
	return s
}

// version returns 1 for a newer version of something, -1 for an older one, 0
// where the forms say neither or both.
func version(it *item) int {
	newer, older := 0, 0
	for _, w := range it.words {
		switch v := versions[w]; {
		case v > 0:
			newer = 1
		case v < 0:
			older = 1
		}
	}
	return newer - older
}

var versions = map[string]int{"initial": -1, "original": -1, "earlier": -1, "first": -1, "previous": -1,
	"revised": 1, "updated": 1, "new": 1, "amended": 1, "modified": 1, "refined": 1, "latest": 1, "second": 1, "third": 1, "final": 1}

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
