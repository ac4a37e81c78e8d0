package graph

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Hit is a node or a sentence that Search found.
type Hit struct {
	Node  *Node     // nil for a sentence
	Place *Evidence // the sentence; of a node the first place that tells of it, nil if none does
	Edges []*Edge   // what the sentence states, in the order of Edges; nil for a node
	Score float64   // comparable among hits of one search
}

// Search returns nodes by their names and words, and sentences of the evidence
// by theirs, at most limit, the best first; a limit of 0 means 10. Words are
// compared as by [Graph.Find]; one of four letters or more also stands for
// those that begin with it, which count half. Only what has the most of the
// words asked for is returned, so all of them if anything has. It is ordered
// by BM25, in which rare words count more and short texts before long ones,
// nodes and sentences each among themselves; of equals nodes come first, by
// ID, then sentences by document and place.
//
// The cost is that of reading all names and sentences.
func (g *Graph) Search(words string, limit int) []Hit {
	query := strings.Fields(fold(words))
	slices.Sort(query)
	query = slices.Compact(query)
	if len(query) == 0 {
		return nil
	}
	var hits []Hit
	most := 0
	nodes, sentences := g.nodeTexts(), g.sentences()
	for _, list := range [][]entry{nodes, sentences} {
		for i, f := range found(list, query) {
			if f.words > most {
				hits, most = hits[:0], f.words
			}
			if f.words == most && f.words > 0 {
				h := list[i].hit
				h.Score = f.score
				hits = append(hits, h)
			}
		}
	}
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(b.Score, a.Score) })
	return hits[:min(len(hits), cmp.Or(limit, 10))]
}

// An entry is a text that may be found.
type entry struct {
	hit  Hit
	text string // folded
}

// nodeTexts returns the names and words of each node.
func (g *Graph) nodeTexts() []entry {
	first := map[string]*Evidence{}
	for i := range g.edges {
		e := &g.edges[i]
		for _, id := range []string{e.From, e.To} {
			if old := first[id]; old == nil || compareEvidence(e.Evidence[0], *old) < 0 {
				first[id] = &e.Evidence[0]
			}
		}
	}
	list := make([]entry, len(g.nodes))
	for i := range g.nodes {
		n := &g.nodes[i]
		seen := map[string]bool{}
		var names []string
		for _, word := range strings.Fields(fold(strings.Join(append([]string{n.Label, n.Text}, n.Aliases...), " "))) {
			if !seen[word] { // names repeat each other
				seen[word] = true
				names = append(names, word)
			}
		}
		list[i] = entry{Hit{Node: n, Place: first[n.ID]}, strings.Join(names, " ")}
	}
	return list
}

// sentences returns the pieces of evidence, each place once, sorted.
func (g *Graph) sentences() []entry {
	type stated struct {
		place *Evidence
		edge  *Edge
	}
	var all []stated
	for i := range g.edges {
		for k := range g.edges[i].Evidence {
			all = append(all, stated{&g.edges[i].Evidence[k], &g.edges[i]})
		}
	}
	place := func(a, b *Evidence) int {
		return cmp.Or(strings.Compare(a.Doc, b.Doc), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	}
	slices.SortStableFunc(all, func(a, b stated) int { return place(a.place, b.place) })
	var list []entry
	for i, s := range all {
		if i == 0 || place(s.place, all[i-1].place) != 0 {
			list = append(list, entry{Hit{Place: s.place}, fold(s.place.Text)})
		}
		last := &list[len(list)-1].hit
		last.Edges = append(last.Edges, s.edge)
	}
	return list
}

// A finding is how many of the words asked for a text has, and how well it fits.
type finding struct {
	words int
	score float64
}

// The constants of BM25 that everybody takes.
const (
	saturation = 1.2
	lengthBias = 0.75
)

// found scores the texts of a list by sorted words.
func found(list []entry, query []string) []finding {
	counts := make([][]float64, len(list))
	holders := make([]float64, len(query))
	lengths := make([]float64, len(list))
	total := 0.0
	for i := range list {
		counts[i], lengths[i] = occurrences(list[i].text, query)
		total += lengths[i]
		for q, c := range counts[i] {
			if c > 0 {
				holders[q]++
			}
		}
	}
	out := make([]finding, len(list))
	mean := max(total/float64(max(len(list), 1)), 1)
	for i := range list {
		for q, c := range counts[i] {
			if c == 0 {
				continue
			}
			rare := math.Log(1 + (float64(len(list))-holders[q]+0.5)/(holders[q]+0.5))
			out[i].words++
			out[i].score += rare * c * (saturation + 1) / (c + saturation*(1-lengthBias+lengthBias*lengths[i]/mean))
		}
		out[i].score = math.Round(out[i].score*1e6) / 1e6 // the same on all machines
	}
	return out
}

// occurrences counts each word of the query in a folded text, and all words.
func occurrences(text string, query []string) (counts []float64, length float64) {
	for word := range strings.FieldsSeq(text) {
		length++
		for q, asked := range query {
			fits := 0.0
			switch {
			case word == asked:
				fits = 1
			case utf8.RuneCountInString(asked) >= 4 && strings.HasPrefix(word, asked):
				fits = 0.5
			default:
				continue
			}
			if counts == nil {
				counts = make([]float64, len(query))
			}
			counts[q] += fits
		}
	}
	return counts, length
}
