// Command paths of the benchmarks times shortest paths between pairs of nodes
// of a graph in JSON, any direction, in memory: by kg's own search and by that
// of the library on which the graph stands.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	lib "github.com/dominikbraun/graph"

	"kg/graph"
	"kg/out"
	"kg/schema"
)

func main() {
	library := flag.Bool("library", false, "use the library's search")
	flag.Parse()
	if err := run(flag.Arg(0), flag.Arg(1), *library); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(graphFile, pairsFile string, library bool) error {
	g, err := read(graphFile)
	if err != nil {
		return err
	}
	pairs, err := os.ReadFile(pairsFile)
	if err != nil {
		return err
	}
	search := ownSearch(g)
	if library {
		search = librarySearch(g)
	}
	var times []time.Duration
	hops := 0
	for line := range strings.Lines(string(pairs)) {
		from, to, _ := strings.Cut(strings.TrimSpace(line), "\t")
		began := time.Now()
		n, err := search(from, to)
		if err != nil {
			return err
		}
		times, hops = append(times, time.Since(began)), hops+n
	}
	slices.Sort(times)
	at := func(share int) float64 { return times[len(times)*share/100].Seconds() * 1000 }
	fmt.Printf("%d pairs, %d hops, p50 %.4f ms, p95 %.4f ms\n", len(times), hops, at(50), at(95))
	return nil
}

func read(file string) (*graph.Graph, error) {
	s, err := schema.Load()
	if err != nil {
		return nil, err
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return out.ReadJSON(f, s)
}

// everything is all modalities, as the other programs know none.
var everything = []schema.Modality{schema.Asserted, schema.Planned, schema.Possible, schema.Denied}

func ownSearch(g *graph.Graph) func(from, to string) (int, error) {
	return func(from, to string) (int, error) {
		paths, err := g.ShortestPaths(from, to, graph.PathOptions{Limit: 1, Modalities: everything})
		if err != nil || len(paths) == 0 {
			return 0, err
		}
		return len(paths[0].Hops), nil
	}
}

func librarySearch(g *graph.Graph) func(from, to string) (int, error) {
	l := lib.New(lib.StringHash)
	for i := range g.Nodes() {
		_ = l.AddVertex(g.Nodes()[i].ID) // there are no two of one ID
	}
	for i := range g.Edges() {
		_ = l.AddEdge(g.Edges()[i].From, g.Edges()[i].To) // refuses a second edge of a pair
	}
	return func(from, to string) (int, error) {
		nodes, err := lib.ShortestPath(l, from, to)
		return len(nodes) - 1, err
	}
}
