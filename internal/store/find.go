package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"kg/graph"
)

// A Hit is a node or a sentence that a search found.
type Hit struct {
	Node      *graph.Node     // nil for a sentence
	Relations int             // edges that touch the node
	Place     *graph.Evidence // the sentence; of a node that which states its first edge, nil if it has none
	Edges     []graph.Edge    // what the sentence states, in the order of the graph; nil for a node
	Score     float64         // the better the higher; comparable among hits of one search
}

// Terms are what is searched for, see ParseTerms.
type Terms []Term

// A Term is a word, or several that follow each other.
type Term struct {
	Words  []string // folded, see graph.Fold
	Prefix bool     // the last may go on
}

// mostTerms is how many terms are looked for; FTS5 has its bounds.
const mostTerms = 64

// ParseTerms reads what a person asks for, the first 64 of it: words, or
// several between double quotes that follow each other. A word of four letters or more also stands for
// those that begin with it, as does any with a star at its end.
func ParseTerms(text string) Terms {
	var out Terms
	for i, part := range strings.Split(text, `"`) {
		quoted := i%2 == 1
		pieces := []string{part}
		if !quoted {
			pieces = strings.Fields(part)
		}
		for _, p := range pieces {
			t := Term{Words: strings.Fields(graph.Fold(p)), Prefix: strings.HasSuffix(p, "*")}
			t.Prefix = t.Prefix || !quoted && utf8.RuneCountInString(strings.Join(t.Words, "")) >= 4
			if len(t.Words) > 0 && len(out) < mostTerms && !slices.ContainsFunc(out, func(o Term) bool { return o.query() == t.query() }) {
				out = append(out, t)
			}
		}
	}
	return out
}

// Fits reports whether one of the terms has a word of a text, not folded.
func (t Terms) Fits(word string) bool {
	for _, w := range strings.Fields(graph.Fold(word)) {
		for _, term := range t {
			for i, asked := range term.Words {
				if w == asked || term.Prefix && i == len(term.Words)-1 && strings.HasPrefix(w, asked) {
					return true
				}
			}
		}
	}
	return false
}

// query returns the term in the language of FTS5.
func (t Term) query() string {
	q := `"` + strings.Join(t.Words, " ") + `"`
	if t.Prefix {
		q += "*"
	}
	return q
}

// joined returns all terms in that language with a word between two of them.
func (t Terms) joined(with string) string {
	list := make([]string, len(t))
	for i := range t {
		list[i] = t[i].query()
	}
	return strings.Join(list, with)
}

// Search returns nodes by their names and words, and sentences of the evidence
// by theirs, at most limit, the best first, with the part of the graph that
// they speak of. Only what has the most of the terms is found, so all of them
// if anything has. It is ordered by BM25, in which rare words count more, short
// texts before long ones, and names before sentences; equals by ID, sentences
// by document and place.
func (v *Saved) Search(ctx context.Context, terms Terms, limit int) (*graph.Graph, []Hit, error) {
	if v.whole != nil {
		return SearchGraph(ctx, v.whole, terms, limit)
	}
	indexed, err := v.rows.numbers("SELECT count(*) FROM sqlite_schema WHERE name IN ('words', 'sentences')")
	if err != nil {
		return nil, nil, err
	}
	if indexed[0] < 2 {
		return v.scanned(ctx, terms, limit)
	}
	return v.rows.search(v.Index, terms, limit)
}

// SearchGraph is [Saved.Search] in any graph: its words are indexed for that.
func SearchGraph(ctx context.Context, g *graph.Graph, terms Terms, limit int) (*graph.Graph, []Hit, error) {
	db, err := openMemory(ctx)
	if err != nil {
		return nil, nil, err
	}
	defer db.Close()
	if err := fillMemory(ctx, db, g); err != nil {
		return nil, nil, err
	}
	q, err := newQueries(ctx, db)
	if err != nil {
		return nil, nil, err
	}
	part, hits, err := records{q}.search(g.Index(), terms, limit)
	return part, hits, errors.Join(err, q.close())
}

// A found is what the index of words says of a hit.
type found struct {
	row   int32 // see fulltext.sql
	score float64
}

func (r records) search(x *graph.Index, terms Terms, limit int) (*graph.Graph, []Hit, error) {
	if len(terms) == 0 {
		return nil, nil, nil
	}
	rows, err := r.found("SELECT rowid, bm25(words, 4.0, 1.0) AS score FROM words WHERE words MATCH ?1 ORDER BY score, rowid LIMIT ?2", terms.joined(" AND "), limit)
	if err == nil && len(rows) == 0 && len(terms) > 1 {
		rows, err = r.most(terms, limit)
	}
	if err != nil {
		return nil, nil, err
	}
	return r.hits(x, rows)
}

func (r records) found(query, match string, limit int) (out []found, err error) {
	err = r.each(query, func(row []driver.Value) error {
		var f found
		err := scan(row, &f.row, &f.score)
		out = append(out, f)
		return err
	}, match, int64(limit))
	return out, err
}

// most finds what has the most of the terms, where nothing has all.
func (r records) most(terms Terms, limit int) ([]found, error) {
	count, best := map[int32]int{}, 0
	for _, t := range terms {
		rows, err := r.numbers("SELECT rowid FROM words WHERE words MATCH ?", t.query())
		if err != nil {
			return nil, err
		}
		for _, n := range rows {
			count[n]++
			best = max(best, count[n])
		}
	}
	all, err := r.found("SELECT rowid, bm25(words, 4.0, 1.0) AS score FROM words WHERE words MATCH ?1 ORDER BY score, rowid LIMIT ?2", terms.joined(" OR "), math.MaxInt32)
	all = slices.DeleteFunc(all, func(f found) bool { return count[f.row] < best })
	return all[:min(limit, len(all))], err
}

// hits reads nodes and sentences.
func (r records) hits(x *graph.Index, rows []found) (*graph.Graph, []Hit, error) {
	nodes := int32(x.Shape().Nodes)
	part := graph.Path{Hops: []graph.Hop{{}}}
	var hits []Hit
	for _, f := range rows {
		hit := Hit{Score: math.Round(-1e6*f.score) / 1e6} // the same on all machines
		err := error(nil)
		if f.row < nodes {
			err = r.nodeHit(&hit, f.row)
			part.Nodes = append(part.Nodes, hit.nodeID())
		} else {
			err = r.sentenceHit(&hit, f.row-nodes)
		}
		if err != nil {
			return nil, nil, err
		}
		for _, e := range hit.Edges {
			part.Nodes = append(part.Nodes, e.From, e.To)
			part.Hops[0].Edges = append(part.Hops[0].Edges, e)
		}
		hits = append(hits, hit)
	}
	g, err := x.Along([]graph.Path{part})
	return g, hits, err
}

func (h *Hit) nodeID() string {
	if h.Node == nil {
		return ""
	}
	return h.Node.ID
}

func (r records) nodeHit(h *Hit, number int32) error {
	nodes, err := r.NodesAt([]int32{number})
	if err != nil {
		return err
	}
	h.Node = &nodes[0]
	var edges []int32
	if edges, err = r.numbers("SELECT number FROM edges WHERE source = ?1 OR target = ?1", int64(number)); err != nil || len(edges) == 0 {
		return err
	}
	h.Relations = len(edges)
	first, err := r.EdgesAt([]int32{slices.Min(edges)})
	if err == nil {
		h.Place = &first[0].Evidence[0]
	}
	return err
}

func (r records) sentenceHit(h *Hit, number int32) error {
	edges, err := r.numbers(`SELECT DISTINCT v.edge FROM sentences s JOIN evidence f ON f.edge = s.edge AND f.place = s.place
		JOIN evidence v ON v.document = f.document AND v.start = f.start AND v."end" = f."end" WHERE s.number = ? ORDER BY v.edge`, int64(number))
	if err != nil {
		return err
	}
	if h.Edges, err = r.EdgesAt(edges); err != nil {
		return err
	}
	place, err := r.numbers("SELECT place FROM sentences WHERE number = ?", int64(number))
	switch {
	case err != nil:
		return err
	case len(place) == 0 || len(h.Edges) == 0 || int(place[0]) >= len(h.Edges[0].Evidence):
		return errors.New("damaged index of words")
	}
	h.Place = &h.Edges[0].Evidence[place[0]]
	return nil
}
