package graph

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// names is what Find and Nearest know of the graph; it is made when first
// asked for.
type names struct {
	nodes []Node
	edges []Edge
	once  sync.Once
	known []nodeNames // one a node, in the order of nodes
}

// nodeNames holds the folded names of one node.
type nodeNames struct {
	label   string
	aliases []string
	words   map[string]bool // of all names, and of the roles on the node's edges
}

func (n *names) load() []nodeNames {
	n.once.Do(func() {
		n.known = make([]nodeNames, len(n.nodes))
		at := make(map[string]int, len(n.nodes))
		for i := range n.nodes {
			at[n.nodes[i].ID] = i
			n.known[i] = namesOf(&n.nodes[i])
		}
		for i := range n.edges {
			if e := &n.edges[i]; e.Role != "" {
				n.known[at[e.From]].addWords(Fold(e.Role))
			}
		}
	})
	return n.known
}

func namesOf(n *Node) nodeNames {
	out := nodeNames{label: Fold(n.Label), words: map[string]bool{}}
	out.addWords(out.label)
	for _, a := range n.Aliases {
		a = Fold(a)
		out.aliases = append(out.aliases, a)
		out.addWords(a)
	}
	return out
}

func (n *nodeNames) addWords(folded string) {
	for w := range strings.FieldsSeq(folded) {
		n.words[w] = true
	}
}

// The ways in which a name fits a node, best first.
const (
	fitsID      = iota + 1 // the ID itself
	fitsLabel              // the label
	fitsAlias              // an alias
	fitsEnd                // the end of a name, as "Gil", or a known name after known words, as "Secretary Gil"
	fitsWithin             // whole words within a name, as "Florida" in "talks in Florida"
	fitsNowhere            // not at all
)

// fit says how the folded query fits the node. The words before a name, such
// as a title, must be known of the node: "Eric Smith" does not fit "Smith".
func (n *nodeNames) fit(query string) int {
	if query == n.label {
		return fitsLabel
	}
	if slices.Contains(n.aliases, query) {
		return fitsAlias
	}
	best := fitsNowhere
	for i := -1; i < len(n.aliases); i++ {
		name := n.label
		if i >= 0 {
			name = n.aliases[i]
		}
		if name == "" {
			continue
		}
		if strings.HasSuffix(name, " "+query) || n.knows(strings.CutSuffix(query, " "+name)) {
			return fitsEnd
		}
		if strings.Contains(" "+name+" ", " "+query+" ") {
			best = fitsWithin
		}
	}
	return best
}

// knows reports whether rest was found and all its words are among the node's.
func (n *nodeNames) knows(rest string, found bool) bool {
	if !found {
		return false
	}
	for w := range strings.FieldsSeq(rest) {
		if !n.words[w] {
			return false
		}
	}
	return true
}

// Find returns the nodes that a name fits best, sorted by ID; none if it fits
// no node. Upper and lower case, diacritics and punctuation do not count. An ID
// fits better than a label, a label better than an alias, an alias better than
// the end of a name ("Gil") or a name with a title known of the node
// ("Secretary Gil"), and these better than words within a name. If nothing
// fits, words in lower case before a name are dropped ("the White House"). The
// cost is linear in the number of names.
func (g *Graph) Find(name string) []Node {
	if n, ok := g.Node(name); ok {
		return []Node{*n}
	}
	if found := g.find(Fold(name)); len(found) > 0 {
		return found
	}
	return g.find(Fold(capitalised(name)))
}

// Called returns the places in Nodes of the nodes with exactly that label or
// alias, sorted. The cost is linear in the number of names.
func (g *Graph) Called(name string) []int32 {
	var out []int32
	for i := range g.nodes {
		if n := &g.nodes[i]; n.Label == name || slices.Contains(n.Aliases, name) {
			out = append(out, int32(i))
		}
	}
	return out
}

// capitalised returns name from its first word that begins with a capital, as
// "the" or "president" before a name is no part of it; empty if there is none.
func capitalised(name string) string {
	for rest := name; rest != ""; {
		rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
		if r, _ := utf8.DecodeRuneInString(rest); unicode.IsUpper(r) {
			return rest
		}
		i := strings.IndexFunc(rest, unicode.IsSpace)
		if i < 0 {
			break
		}
		rest = rest[i:]
	}
	return ""
}

// find returns the nodes that the folded query fits best, sorted by ID.
func (g *Graph) find(query string) []Node {
	if query == "" {
		return nil
	}
	best, found := fitsNowhere, []Node(nil)
	for i, known := range g.names.load() {
		fit := known.fit(query)
		if fit < best {
			best, found = fit, nil
		}
		if fit == best && fit < fitsNowhere {
			found = append(found, g.nodes[i])
		}
	}
	return found
}
