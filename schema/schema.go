// Package schema says which types of entities and which relations a graph may
// hold: embedded YAML goes in, a checked and frozen Schema comes out.
package schema

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

//go:embed entities.yaml
var entitiesYAML []byte

//go:embed relations.yaml
var relationsYAML []byte

// A Schema is the closed set of entity types and relations. It does not change
// once loaded and is safe for concurrent use.
type Schema struct {
	types     []Type
	relations []Relation
	typeAt    map[string]int
	relAt     map[string]int
}

// A Type is a type of entities.
type Type struct {
	Name        string // as graphs hold it: "Person"
	Prefix      string // begins the node's ID, without the hyphen
	Group       string // a collective name in relations.yaml; empty for most
	Shape       string // a Graphviz node shape
	Fill        string // "#rrggbb"
	Border      string // "#rrggbb"
	Muted       bool   // background in a diagram
	Box         int    // above 0: a diagram draws those who belong to it inside it, and it inside those of a smaller number
	Column      int    // of a diagram, from 0, the leftmost
	Description string
	Nouns       []string // lemmas of nouns that describe one: "lawsuit"; the embedded types have theirs in package mention
}

// A Relation is a kind of edges.
type Relation struct {
	Name        string   // as graphs hold it: "member_of"
	From, To    []string // names of the types of subject and object, in the order of Types
	Symmetric   bool     // subject and object are interchangeable
	Lasting     bool     // it holds for long: a date says little
	Aside       bool     // too many and too slight for a diagram, unless all is to be shown
	Colour      string   // "#rrggbb"
	Drawn       Drawing  // how a diagram shows it
	Version     bool     // the subject is a later version of the object
	ImpliedBy   []Path   // what makes the relation follow without being stated
	Against     []string // relations that nobody can have at once with this one to the same
	Once        bool     // a subject has it to one object alone: an event is in one place
	Stay        bool     // the subject is at the object on its date
	Sole        []string // roles, in small letters, that one subject alone holds at a time
	Description string

	says, back, withRole []string // by modality, Asserted first; withRole is nil for most
}

// A Drawing says how a diagram shows a relation.
type Drawing string

// The drawings. Inside, First and Written hold where the diagram has a place
// for them; else there is a line.
const (
	AsLine  Drawing = ""        // a line with its reading
	Bare    Drawing = "bare"    // a line without words
	Written Drawing = "written" // the object's name stands in the subject's node
	Inside  Drawing = "inside"  // the subject stands in the object's box
	First   Drawing = "first"   // the same, on top
)

// A Source is the text of a YAML file and the name by which errors call it.
type Source struct{ Name, Text string }

var embedded = sync.OnceValues(func() (*Schema, error) { return parse(entitiesYAML, relationsYAML) })

// Load returns the embedded schema. Every call returns the same one. The error
// names every defect of the files, each with its line.
func Load() (*Schema, error) { return embedded() }

// Extend returns the embedded schema with the types and relations of further
// files after its own. Such a file holds the two lists types: and relations:,
// either of which may be missing; its types and relations may leave out shape
// and colours, and its relations may speak of the embedded types. The error
// names every defect of the files, each with its line.
func Extend(more ...Source) (*Schema, error) {
	if len(more) == 0 {
		return Load()
	}
	return parse(entitiesYAML, relationsYAML, more...)
}

// Types returns the entity types in the order of the file.
func (s *Schema) Types() []Type { return slices.Clone(s.types) }

// Relations returns the relations in the order of the file.
func (s *Schema) Relations() []Relation { return slices.Clone(s.relations) }

// Type returns the entity type of that name, and whether there is one.
func (s *Schema) Type(name string) (Type, bool) {
	i, ok := s.typeAt[name]
	if !ok {
		return Type{}, false
	}
	return s.types[i], true
}

// Relation returns the relation of that name, and whether there is one.
func (s *Schema) Relation(name string) (Relation, bool) {
	i, ok := s.relAt[name]
	if !ok {
		return Relation{}, false
	}
	return s.relations[i], true
}

// RelationIndex returns the place of a relation in the order of the file, or
// -1 if there is none of that name.
func (s *Schema) RelationIndex(name string) int {
	if i, ok := s.relAt[name]; ok {
		return i
	}
	return -1
}

// Check returns an error unless the relation may lead from an entity of type
// fromType to one of type toType.
func (s *Schema) Check(relation, fromType, toType string) error {
	i, ok := s.relAt[relation]
	if !ok {
		return fmt.Errorf("unknown relation %q", relation)
	}
	for _, name := range []string{fromType, toType} {
		if _, ok := s.typeAt[name]; !ok {
			return fmt.Errorf("unknown entity type %q", name)
		}
	}
	r := &s.relations[i]
	if !slices.Contains(r.From, fromType) {
		return fmt.Errorf("%s cannot be the subject of %q, only %s", fromType, relation, strings.Join(r.From, ", "))
	}
	if !slices.Contains(r.To, toType) {
		return fmt.Errorf("%s cannot be the object of %q, only %s", toType, relation, strings.Join(r.To, ", "))
	}
	return nil
}

// Says returns the reading from subject to object: "is to meet". The role may
// be empty. An invalid modality reads as asserted.
func (r Relation) Says(m Modality, role string) string {
	if role == "" || r.withRole == nil {
		return pick(r.says, m)
	}
	return strings.ReplaceAll(pick(r.withRole, m), "{role}", role)
}

// Back returns the reading from object to subject: "was led by".
func (r Relation) Back(m Modality) string {
	if r.Symmetric {
		return pick(r.says, m)
	}
	return pick(r.back, m)
}

func pick(readings []string, m Modality) string {
	if m < Asserted || m > Denied {
		m = Asserted
	}
	if readings == nil { // of the zero Relation
		return ""
	}
	return readings[m-Asserted]
}
