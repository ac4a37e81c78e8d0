package store_test

import (
	"bytes"
	"database/sql"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"kg/graph"
	"kg/internal/domain"
	"kg/internal/store"
	"kg/schema"
)

var (
	givenNames  = []string{"Ana", "Bo", "Çelik", "de la", "Jean-Luc", "O’Neil"}
	familyNames = []string{"Gil", "Novak", "Gil Novak", "ŁOŚ", "the White House", "Émond"}
	roles       = []string{"", "", "minister", "Prime Minister", "head of Gil"}
	days        = []string{"", "2024", "2025-03", "2025-03-02", "2025-03/2025-05", "2025-05-09"}
	sources     = []string{"a.txt", "b.txt", "c.txt"}
)

func pick[T any](rng *rand.Rand, list []T) T { return list[rng.IntN(len(list))] }

func someName(rng *rand.Rand) string {
	return strings.TrimSpace(pick(rng, append(givenNames, "")) + " " + pick(rng, familyNames))
}

// invented makes a graph of n people and m or fewer edges.
func invented(t *testing.T, rng *rand.Rand, n, m int) *graph.Graph {
	t.Helper()
	var nodes []graph.Node
	for i := range n {
		p := graph.Node{ID: fmt.Sprintf("p-%d", i), Type: pick(rng, []string{"Person", "Person", "Organization", "Country"}), Label: someName(rng)}
		for range rng.IntN(3) {
			p.Aliases = append(p.Aliases, pick(rng, []string{someName(rng), pick(rng, familyNames), "—"}))
		}
		nodes = append(nodes, p)
	}
	var edges []graph.Edge
	for range m {
		e := graph.Edge{From: pick(rng, nodes).ID, To: pick(rng, nodes).ID, Relation: pick(rng, []string{"met", "supported", "opposed"}),
			Modality: schema.Modality(1 + rng.IntN(4)), Date: pick(rng, days), Role: pick(rng, roles), Confidence: float64(rng.IntN(5)) / 4, Rule: "r"}
		if rng.IntN(4) == 0 {
			e.Claimed = pick(rng, nodes).ID
		}
		for range 1 + rng.IntN(3) {
			e.Evidence = append(e.Evidence, graph.Evidence{Doc: pick(rng, sources), End: 3, Text: "Yes", Date: pick(rng, []string{"", "2024-11-01", "2025-03-02"}), Rule: "r"})
		}
		edges = append(edges, e)
	}
	g, err := graph.New(nodes, edges)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// saved saves a graph and opens it to be asked.
func saved(t testing.TB, path string, g *graph.Graph) *store.Saved {
	t.Helper()
	s := toSave(t, path)
	if err := s.Save(t.Context(), nil, domain.Domain{}, g); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return ask(t, path)
}

func ask(t testing.TB, path string) *store.Saved {
	t.Helper()
	s, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	v, err := s.Saved(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	return v
}

func anyPath(rng *rand.Rand, g *graph.Graph) graph.PathOptions {
	o := graph.PathOptions{Limit: 5, Directed: rng.IntN(3) == 0, MaxHops: rng.IntN(3) * 2, Since: pick(rng, days[:4]), Until: pick(rng, []string{"", "", "2025-04"})}
	if rng.IntN(3) == 0 {
		o.Relations = []string{"met", "opposed"}
	}
	if rng.IntN(3) == 0 {
		o.Modalities = []schema.Modality{schema.Asserted, schema.Modality(2 + rng.IntN(3))}
	}
	if rng.IntN(3) == 0 {
		o.Source = pick(rng, sources)
	}
	if rng.IntN(4) == 0 {
		o.Types = []string{"Person", "Country"}
	}
	if rng.IntN(4) == 0 {
		o.Avoid = []string{pick(rng, g.Nodes()).ID}
	}
	if rng.IntN(4) == 0 {
		o.Via = pick(rng, g.Nodes()).ID
	}
	switch rng.IntN(4) {
	case 0:
		o.Chronological = true
	case 1:
		o.Weight = graph.Certainty
	}
	return o
}

func anySelection(rng *rand.Rand, g *graph.Graph) graph.Selection {
	o := anyPath(rng, g)
	s := graph.Selection{Types: o.Types, Relations: o.Relations, Modalities: o.Modalities, Since: o.Since, Until: o.Until, Source: o.Source, Top: rng.IntN(2) * rng.IntN(9), Own: rng.IntN(3) == 0}
	for range rng.IntN(3) {
		s.Focus, s.Hops = append(s.Focus, pick(rng, g.Nodes()).ID), rng.IntN(3)
	}
	return s
}

// TestSavedAnswersAsTheGraphInMemory asks a file and the graph that it was made
// of the same questions.
func TestSavedAnswersAsTheGraphInMemory(t *testing.T) {
	for seed := range uint64(40) {
		rng := rand.New(rand.NewPCG(seed, 6))
		g := invented(t, rng, 2+rng.IntN(40), rng.IntN(150))
		v := saved(t, filepath.Join(t.TempDir(), "graph.kg"), g)
		for range 40 {
			samePaths(t, seed, g, v, pick(rng, g.Nodes()).ID, pick(rng, g.Nodes()).ID, anyPath(rng, g))
			s := anySelection(rng, g)
			want, err1 := g.Select(s)
			got, err2 := v.Select(s)
			if err1 != nil || err2 != nil || !sameGraph(got, want) {
				t.Fatalf("seed %d, %+v: %v, %v\ngot  %v\nwant %v", seed, s, err1, err2, got, want)
			}
			name := pick(rng, []string{pick(rng, g.Nodes()).ID, someName(rng), "Prime Minister " + someName(rng), "the minister Ana", "gil", "House", "nobody", "de", ""})
			sameNodes(t, seed, name, g.Find(name), v.Find)
			sameNodes(t, seed, name, g.Nearest(name, 4), func(name string) ([]graph.Node, error) { return v.Nearest(name, 4) })
		}
	}
}

func samePaths(t *testing.T, seed uint64, g *graph.Graph, v *store.Saved, from, to string, o graph.PathOptions) {
	t.Helper()
	want, err1 := g.Paths(from, to, o)
	got, err2 := v.Paths(from, to, o)
	if fmt.Sprint(err1) != fmt.Sprint(err2) || !reflect.DeepEqual(got, want) {
		t.Fatalf("seed %d, %s to %s, %+v:\ngot  %v, %v\nwant %v, %v", seed, from, to, o, got, err2, want, err1)
	}
	part, err := v.Along(got)
	if err != nil || !sameGraph(part, g.Along(want)) {
		t.Fatalf("seed %d, along %v: %v", seed, got, err)
	}
	o.Via, o.Chronological, o.Weight = "", false, graph.Hops
	want, err1 = g.ShortestPaths(from, to, o)
	got, err2 = v.ShortestPaths(from, to, o)
	if fmt.Sprint(err1) != fmt.Sprint(err2) || !reflect.DeepEqual(got, want) {
		t.Fatalf("seed %d, shortest from %s to %s, %+v:\ngot  %v, %v\nwant %v, %v", seed, from, to, o, got, err2, want, err1)
	}
}

func sameGraph(a, b *graph.Graph) bool {
	if len(a.Nodes()) != len(b.Nodes()) || len(a.Edges()) != len(b.Edges()) {
		return false
	}
	for i := range a.Edges() {
		if !reflect.DeepEqual(a.Edges()[i], b.Edges()[i]) || a.Label(a.Edges()[i].Claimed) != b.Label(b.Edges()[i].Claimed) {
			return false
		}
	}
	return len(a.Nodes()) == 0 || reflect.DeepEqual(a.Nodes(), b.Nodes())
}

func sameNodes(t *testing.T, seed uint64, name string, want []graph.Node, find func(string) ([]graph.Node, error)) {
	t.Helper()
	got, err := find(name)
	if err != nil || len(got) != len(want) || len(got) > 0 && !reflect.DeepEqual(got, want) {
		t.Fatalf("seed %d, %q: %v\ngot  %v\nwant %v", seed, name, err, got, want)
	}
}

// TestChangedFileIsIndexedAnew changes a file by SQL, as a user may: what the
// index holds is wrong then.
func TestChangedFileIsIndexedAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.kg")
	v := saved(t, path, talks(t))
	if paths, err := v.ShortestPaths("p-ada", "m-talks", graph.PathOptions{}); err != nil || len(paths) != 0 {
		t.Fatalf("%v, %v", paths, err)
	}
	if v.Rebuilt() {
		t.Error("the index of a new file does not count")
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("UPDATE edges SET modality = 'asserted'"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	v = ask(t, path)
	if paths, err := v.ShortestPaths("p-ada", "m-talks", graph.PathOptions{}); err != nil || len(paths) != 1 || !v.Rebuilt() {
		t.Fatalf("%v, %v", paths, err)
	}
	if found, err := v.Find("bo"); err != nil || len(found) != 1 {
		t.Errorf("%v, %v", found, err)
	}
}

// behind returns where the database in a file ends.
func behind(t *testing.T, file []byte) int {
	t.Helper()
	return int(binary.BigEndian.Uint16(file[16:])) * int(binary.BigEndian.Uint32(file[28:]))
}

// TestDamagedIndexIsAnError fills the first chunks of columns with nonsense.
func TestDamagedIndexIsAnError(t *testing.T) {
	for column := range 3 {
		for _, nonsense := range []byte{0x55, 0xF0} {
			path := filepath.Join(t.TempDir(), "graph.kg")
			saved(t, path, talks(t))
			file, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			at := behind(t, file) + column*4*graph.ChunkSize
			copy(file[at:], bytes.Repeat([]byte{nonsense}, 4*graph.ChunkSize))
			if err := os.WriteFile(path, file, 0o644); err != nil {
				t.Fatal(err)
			}
			v := ask(t, path)
			if v.Rebuilt() {
				t.Fatal("the test does not reach the index")
			}
			if paths, err := v.ShortestPaths("p-ada", "m-talks", graph.PathOptions{Modalities: []schema.Modality{schema.Denied}}); err == nil {
				t.Errorf("column %d of %#x: no error, but %v", column, nonsense, paths)
			}
		}
	}
}

// TestLostIndexIsMadeAnew cuts off what is behind the database. SQLite finds
// nothing wrong with the file before or after.
func TestLostIndexIsMadeAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.kg")
	saved(t, path, talks(t))
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range []int{len(file), len(file) - 1, behind(t, file) + 10, behind(t, file)} {
		if err := os.WriteFile(path, file[:size], 0o644); err != nil {
			t.Fatal(err)
		}
		db, err := sql.Open("sqlite", "file:"+path+"?mode=ro")
		if err != nil {
			t.Fatal(err)
		}
		var whole string
		if err := db.QueryRow("PRAGMA integrity_check").Scan(&whole); err != nil || whole != "ok" {
			t.Errorf("%d bytes: %s, %v", size, whole, err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		v := ask(t, path)
		if v.Rebuilt() != (size < len(file)) {
			t.Errorf("%d of %d bytes: rebuilt: %v", size, len(file), v.Rebuilt())
		}
		if paths, err := v.ShortestPaths("p-bo", "m-talks", graph.PathOptions{}); err != nil || len(paths) != 1 {
			t.Errorf("%d bytes: %v, %v", size, paths, err)
		}
	}
}
