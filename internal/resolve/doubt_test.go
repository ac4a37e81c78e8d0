package resolve_test

import (
	"fmt"

	"kg/internal/fact"
	"kg/internal/resolve"
)

func ExampleDoubts() {
	readings := []*fact.Reading{read("a.txt", "Person: Ana Gil"), read("b.txt", "Person: Gil"), read("c.txt", "Person: Karl Lund")}
	for _, d := range resolve.Doubts(readings, resolve.Judged{}) {
		fmt.Println(d.Joined, d.Score, d.Enough, d.Reasons)
	}
	pair := resolve.Pair{A: resolve.Ref{Name: "Gil", Doc: "b.txt"}, B: resolve.Ref{Name: "Ana Gil"}}
	fmt.Println(len(resolve.Doubts(readings, resolve.Judged{Different: []resolve.Pair{pair}})))
	// Output:
	// true 10 8 [+10 the surname: Gil, Ana Gil]
	// 0
}
