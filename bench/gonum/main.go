// Command gonum of the benchmarks times shortest paths in gonum: gonum EDGES
// PAIRS, both files with two numbers of nodes a line. It is a module of its own,
// so that kg does not depend on gonum.
package main

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"time"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/traverse"
)

func main() {
	g := simple.NewUndirectedGraph()
	each(os.Args[1], func(from, to int64) {
		if from != to {
			g.SetEdge(simple.Edge{F: simple.Node(from), T: simple.Node(to)})
		}
	})
	var times []time.Duration
	hops := 0
	each(os.Args[2], func(from, to int64) {
		began := time.Now()
		var walk traverse.BreadthFirst // gonum's fastest: its path package weighs edges
		walk.Walk(g, simple.Node(from), func(n graph.Node, depth int) bool {
			if n.ID() == to {
				hops += depth
			}
			return n.ID() == to
		})
		times = append(times, time.Since(began))
	})
	slices.Sort(times)
	at := func(share int) float64 { return times[len(times)*share/100].Seconds() * 1000 }
	fmt.Printf("%d pairs, %d hops, p50 %.4f ms, p95 %.4f ms\n", len(times), hops, at(50), at(95))
}

// each calls f for the two numbers of each line.
func each(file string, f func(from, to int64)) {
	in, err := os.Open(file)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	defer in.Close()
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		var from, to int64
		if _, err := fmt.Sscan(lines.Text(), &from, &to); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		f(from, to)
	}
}
