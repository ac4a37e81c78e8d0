// Package graph holds entities and the typed, directed relations between them,
// and answers questions about them. It knows no language.
package graph

import "kg/schema"

// A Node is one entity.
type Node struct {
	ID      string   // readable, unique, made of the characters of an XML NMTOKEN
	Type    string   // an entity type of the schema
	Label   string   // the best full name
	Aliases []string // every surface form, sorted
	Date    string   // of a meeting or event, ISO 8601; empty if unknown
	Text    string   // of a statement: the words said
}

// An Edge is one typed relation from one node to another. Two edges of a graph
// differ in From, To, Relation, Modality, Date or Role.
type Edge struct {
	ID         string // derived from the edge's key, never a counter
	From, To   string // node IDs
	Relation   string // a relation of the schema
	Modality   schema.Modality
	Date       string // ISO 8601 day, month, year or interval; empty if unknown
	Role       string // office, kinship or capacity; empty for most
	Claimed    string // ID of the node that claims it; empty where the article itself says it
	Confidence float64
	Rule       string     // the rule of the best evidence
	Evidence   []Evidence // at least one, sorted by document and place
}

// Evidence is one place of one document that states an edge.
type Evidence struct {
	Doc        string // the document's name
	Start, End int    // byte offsets into the document's text
	Text       string // exactly those bytes
	Date       string // the document's date, ISO 8601 day; empty if unknown
	Rule       string // the rule that found it
}
