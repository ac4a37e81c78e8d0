package query

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"kg/graph"
)

// A Path is a way through the graph: its nodes, and the edges between them, one
// less. It shares them with the graph; they must not be changed.
type Path struct {
	Nodes []*graph.Node
	Edges []*graph.Edge
}

// The kinds of values, in the order in which they are sorted.
const (
	kindList = iota
	kindNode
	kindEdge
	kindPath
	kindText
	kindBool
	kindNumber
	kindNull
)

func kindOf(v any) int {
	switch v.(type) {
	case []any:
		return kindList
	case *graph.Node:
		return kindNode
	case *graph.Edge:
		return kindEdge
	case Path:
		return kindPath
	case string:
		return kindText
	case bool:
		return kindBool
	case int64, float64:
		return kindNumber
	}
	return kindNull
}

// compare orders any two values: those of one kind among themselves, and kinds
// as their list says, null last. Nodes are ordered by label, then ID; edges by
// the IDs of their ends, then relation, modality, date and the rest; paths by
// length, then nodes, then edges. It is 0 for equal values alone.
func compare(a, b any) int {
	k := kindOf(a)
	if c := cmp.Compare(k, kindOf(b)); c != 0 {
		return c
	}
	switch k {
	case kindList:
		return slices.CompareFunc(a.([]any), b.([]any), compare)
	case kindNode:
		return compareNodes(a.(*graph.Node), b.(*graph.Node))
	case kindEdge:
		return compareEdges(a.(*graph.Edge), b.(*graph.Edge))
	case kindPath:
		x, y := a.(Path), b.(Path)
		return cmp.Or(cmp.Compare(len(x.Edges), len(y.Edges)), slices.CompareFunc(x.Nodes, y.Nodes, compareNodes),
			slices.CompareFunc(x.Edges, y.Edges, compareEdges))
	case kindText:
		return strings.Compare(a.(string), b.(string))
	case kindBool:
		return cmp.Compare(strconv.FormatBool(a.(bool)), strconv.FormatBool(b.(bool)))
	case kindNumber:
		return compareNumbers(a, b)
	}
	return 0
}

func compareNodes(a, b *graph.Node) int {
	return cmp.Or(strings.Compare(a.Label, b.Label), strings.Compare(a.ID, b.ID))
}

func compareEdges(a, b *graph.Edge) int {
	return cmp.Or(strings.Compare(a.From, b.From), strings.Compare(a.To, b.To), strings.Compare(a.Relation, b.Relation), cmp.Compare(a.Modality, b.Modality),
		strings.Compare(a.Date, b.Date), strings.Compare(a.Role, b.Role), strings.Compare(a.Claimed, b.Claimed))
}

func compareNumbers(a, b any) int {
	x, whole1 := a.(int64)
	y, whole2 := b.(int64)
	if whole1 && whole2 {
		return cmp.Compare(x, y)
	}
	return cmp.Compare(number(a), number(b))
}

func number(v any) float64 {
	if i, ok := v.(int64); ok {
		return float64(i)
	}
	f, _ := v.(float64)
	return f
}

// key is a text that two values share if and only if they are equal.
func key(b *strings.Builder, v any) {
	switch v := v.(type) {
	case nil:
		b.WriteString("0;")
	case []any:
		b.WriteString("[")
		for _, x := range v {
			key(b, x)
		}
		b.WriteString("]")
	case *graph.Node:
		b.WriteString("n" + strconv.Quote(v.ID))
	case *graph.Edge:
		b.WriteString("e" + strconv.Quote(v.ID))
	case Path:
		b.WriteString("p[")
		for _, n := range v.Nodes {
			key(b, n)
		}
		for _, e := range v.Edges {
			key(b, e)
		}
		b.WriteString("]")
	case string:
		b.WriteString(strconv.Quote(v))
	case bool:
		b.WriteString(strconv.FormatBool(v))
	default:
		b.WriteString(strconv.FormatFloat(number(v), 'g', -1, 64) + ";")
	}
}

// normal returns a parameter as a value; ok is false for what is none.
func normal(v any) (value any, ok bool) {
	switch v := v.(type) {
	case nil, string, bool, int64, float64:
		return v, true
	case int:
		return int64(v), true
	case []string:
		list := make([]any, len(v))
		for i := range v {
			list[i] = v[i]
		}
		return list, true
	case []any:
		list := make([]any, len(v))
		for i := range v {
			if list[i], ok = normal(v[i]); !ok {
				return nil, false
			}
		}
		return list, true
	}
	return nil, false
}

// given is nil for a text that the graph leaves empty: what is unknown is null.
func given(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// texts makes a value of a list of texts.
func texts(list []string) []any {
	out := make([]any, len(list))
	for i, s := range list {
		out[i] = s
	}
	return out
}
