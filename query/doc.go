// Package query answers questions about a graph in a part of openCypher that
// reads and never writes, and in a short form of it: a text goes in, a [Query]
// and then rows of nodes, edges and values come out.
//
//	MATCH (a:Person)-[r:led]->(d)<-[:member_of*1..2]-(b)
//	WHERE r.date >= '2025-03' RETURN b, count(*) AS times ORDER BY times DESC
//
//	"Fergal Devanny" -led-> ?d -met-> ?x
//
// docs/match.md tells the language. [Parse] reads a query by a grammar
// (syntax.go); [Query.Run] checks its names against the graph, plans it (nodes
// that are few first, then whatever has the fewest ways to go on, conditions as
// early as can be) and searches, one row at a time. [Query.Ask] does so over the
// index of a graph file and reads nodes and edges from it as it needs them. What
// is looked at is counted and bounded, so that no query runs away.
package query
