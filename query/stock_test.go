package query_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"kg/graph"
	"kg/internal/store"
	"kg/query"
)

// opened opens a graph file to be asked.
func opened(t *testing.T, path string) *store.Saved {
	t.Helper()
	s, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	saved, err := s.Saved(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { saved.Close() })
	if saved.Rebuilt() {
		t.Fatal("the file has no index")
	}
	return saved
}

// moreQuestions are some whose answers SQL does not tell.
var moreQuestions = []string{
	`MATCH p = allShortestPaths((a:Person)-[*..4]-(b:Meeting)) RETURN p, length(p), nodes(p), relationships(p)`,
	`MATCH p = (a {label: 'N3'})-[*0..2]->(b) RETURN p`,
	`MATCH p = (a)-[r:met]-(b) RETURN type(p), id(p), type(r), type(a), id(b), labels(a)`,
	`MATCH (a:Person) OPTIONAL MATCH p = (a)-[r:led]->(b) RETURN a, count(p), count(r), count(b)`,
	`MATCH ()-[r]->() RETURN r, startNode(r), endNode(r), r.documents, r.certainty, r.status ORDER BY r.sources DESC, r.date LIMIT 9`,
	`MATCH (a)-[r:met]-(b) WHERE a.label IN ['N1', 'N2', 'nobody'] RETURN a, a.degree, r, b`,
	`MATCH (a) WHERE 'N4' = a.label OR a.label = 'N5' RETURN a`,
	`MATCH (a), (b) WHERE a.label = 'N4' AND 'also' IN b.aliases AND NOT b.label = 'N1' RETURN a, b`,
	`MATCH (a {label: 'n4'}) RETURN a`, // case counts
	`MATCH (a {label: '?'}) RETURN a`,
	`MATCH (a {aliases: 'also'}) RETURN a`,
	`MATCH (a {id: 'x-03'})-[*1..3]-(b {id: 'x-05'}) RETURN count(*)`,
	`MATCH (a {name: 'nobody at all'}) RETURN a`,
	`MATCH (a {name: 'also'}) RETURN a`,
	`MATCH (a)-[:met*1..3]-(b) WHERE EXISTS { (b)-[:led]->({label: 'N2'}) } RETURN a, count(DISTINCT b)`,
}

// TestFileAnswersAsMemory: a graph in a file gives the same answers to all
// questions as it does in memory, to the last byte of their evidence, after as
// many steps, and fails with the same words.
func TestFileAnswersAsMemory(t *testing.T) {
	questions := slices.Clone(moreQuestions)
	for _, c := range sqlCases {
		questions = append(questions, c.query)
	}
	for seed := range uint64(8) {
		rng := rand.New(rand.NewPCG(seed, 10))
		g := random(t, rng, 10+rng.IntN(30), 30+rng.IntN(90))
		saved := opened(t, file(t, g))
		for _, text := range questions {
			q, err := query.Parse(text)
			if err != nil {
				t.Fatalf("%s: %v", text, err)
			}
			for _, o := range []query.Options{{Edges: true}, {Denied: true}, {Budget: 200}} {
				want, err1 := q.Run(t.Context(), g, o)
				got, err2 := q.Ask(t.Context(), saved.Index, saved, o)
				if !reflect.DeepEqual(got, want) || fmt.Sprint(err1) != fmt.Sprint(err2) {
					t.Fatalf("seed %d: %s\nfile   %+v, %v\nmemory %+v, %v", seed, text, got, err2, want, err1)
				}
			}
		}
	}
}

// TestTrailsToAnEnd: rows of relations between two bound nodes are those of
// which the other end is found by walking on from one.
func TestTrailsToAnEnd(t *testing.T) {
	found := 0
	for seed := range uint64(30) {
		g := random(t, rand.New(rand.NewPCG(seed, 11)), 10, 12+int(seed))
		for _, rel := range []string{`-[r*1..4]-`, `-[r*0..3]->`, `<-[r*2..5]-`, `-[r*3]-`, `-[r:met*..6]->`} {
			bound := rows(t, g, `MATCH (a {id: 'x-03'})`+rel+`(b {id: 'x-05'}) RETURN r`)
			walked := rows(t, g, `MATCH (a {id: 'x-03'})`+rel+`(b) WHERE coalesce(b.id, a.id) = 'x-05' RETURN r`)
			if found += len(bound); !slices.Equal(bound, walked) {
				t.Fatalf("seed %d: %s: %q, walked %q", seed, rel, bound, walked)
			}
		}
	}
	if found < 100 {
		t.Errorf("%d rows: the test says little", found)
	}
}

// broken is a file whose records cannot be read.
type broken struct{ graph.Records }

var errBroken = errors.New("broken")

func (broken) EdgesAt([]int32) ([]graph.Edge, error) { return nil, errBroken }

// TestUnreadable: there is no half answer where a record cannot be read.
func TestUnreadable(t *testing.T) {
	saved := opened(t, file(t, port()))
	x := graph.NewIndex(saved.Schema(), saved.Shape(), saved.Chunk, broken{})
	for _, text := range []string{`MATCH ()-[r]->() RETURN r`, `MATCH ()-[r {role: 'x'}]->() RETURN count(*)`, `MATCH ()-[r]->() WHERE r.date > '2024' RETURN count(*)`, `MATCH ()-[r]->() RETURN r.sentence`} {
		q, err := query.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if r, err := q.Ask(t.Context(), x, saved, query.Options{}); !errors.Is(err, errBroken) {
			t.Errorf("%s: got %+v, %v", text, r, err)
		}
	}
}
