package graph

import (
	"slices"
	"strings"
)

// A Directory finds the nodes of an index by their Keys.
type Directory interface {
	Records
	// Named returns the numbers of the nodes with that key; with more set also
	// of those with a key that begins with it and goes on with another word.
	Named(key string, more bool) ([]int32, error)
	// Containing returns the numbers of the nodes with a key of which that one
	// is a part, from word to word.
	Containing(key string) ([]int32, error)
	// Roles returns the roles on the edges that lead from a node.
	Roles(node int32) ([]string, error)
}

// Keys returns what a node is found by: its label and aliases without case,
// diacritics and punctuation, each once, their words from the last to the
// first, so that names of one end begin alike.
func (n *Node) Keys() []string {
	var keys []string
	for _, name := range append([]string{n.Label}, n.Aliases...) {
		if key := turned(Fold(name)); key != "" {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// turned returns words from the last to the first.
func turned(words string) string {
	list := strings.Fields(words)
	slices.Reverse(list)
	return strings.Join(list, " ")
}

// Find is [Graph.Find] in a directory.
func Find(d Directory, name string) ([]Node, error) {
	n, ok, err := d.Number(name)
	if err != nil {
		return nil, err
	}
	if ok {
		return d.NodesAt([]int32{n})
	}
	for _, query := range []string{Fold(name), Fold(capitalised(name))} {
		found, err := lookUp(d, query)
		if len(found) > 0 || err != nil {
			return found, err
		}
	}
	return nil, nil
}

// lookUp returns the nodes that a folded query fits best, sorted by ID. Those
// which it fits only within a name are looked for last, as that takes longest.
func lookUp(d Directory, query string) ([]Node, error) {
	if query == "" {
		return nil, nil
	}
	numbers, err := d.Named(turned(query), true)
	if err != nil {
		return nil, err
	}
	for _, rest, more := strings.Cut(query, " "); more; _, rest, more = strings.Cut(rest, " ") {
		named, err := d.Named(turned(rest), false)
		if err != nil {
			return nil, err
		}
		numbers = append(numbers, named...)
	}
	found, err := fitting(d, query, numbers, strings.Contains(query, " "))
	if len(found) > 0 || err != nil {
		return found, err
	}
	if numbers, err = d.Containing(turned(query)); err != nil {
		return nil, err
	}
	return fitting(d, query, numbers, false)
}

// fitting returns those of some nodes that a folded query fits best, sorted by
// ID. Roles tell whether words before a name go with it.
func fitting(d Directory, query string, numbers []int32, roles bool) ([]Node, error) {
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	nodes, err := d.NodesAt(numbers)
	if err != nil {
		return nil, err
	}
	best, found := fitsNowhere, []Node(nil)
	for i := range nodes {
		known := namesOf(&nodes[i])
		if roles {
			list, err := d.Roles(numbers[i])
			if err != nil {
				return nil, err
			}
			known.addWords(Fold(strings.Join(list, " ")))
		}
		fit := known.fit(query)
		if fit < best {
			best, found = fit, nil
		}
		if fit == best && fit < fitsNowhere {
			found = append(found, nodes[i])
		}
	}
	return found, nil
}
