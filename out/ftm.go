package out

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// What mapping/ftm.yaml says.
type (
	ftmType struct {
		Schema string
		Label  []string
		Text   string
		Date   string
		Dated  bool
	}
	ftmRelation struct {
		Schema, Source, Target, Role string
		From, To                     []string
	}
)

var followTheMoney = lazily[ftmType, ftmRelation]("ftm.yaml")

// ftmUnknown is how a relation is written that no schema fits, and ftmThing a
// type that a user added.
var (
	ftmUnknown = ftmRelation{Schema: "UnknownLink", Source: "subject", Target: "object", Role: "role"}
	ftmThing   = ftmType{Schema: "Note", Label: []string{"name"}}
)

type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"` // written in the order of the alphabet
}

// add adds values to a property, each once. FollowTheMoney ignores blank ones.
func (e *ftmEntity) add(property string, values ...string) {
	for _, v := range values {
		if property != "" && strings.TrimSpace(v) != "" && !slices.Contains(e.Properties[property], v) {
			e.Properties[property] = append(e.Properties[property], v)
		}
	}
}

// FTM writes the whole graph as FollowTheMoney entities, a JSON object a line,
// with the IDs of the graph. Relations are entities too; summary holds their
// sentences, recordId the documents and places of these. Memory grows with the
// nodes.
func FTM(w io.Writer, s Source) error {
	terms, err := followTheMoney()
	if err != nil {
		return err
	}
	j := newJSON(w)
	put := func(e *ftmEntity) error {
		err := j.encode(e)
		j.WriteByte('\n')
		return err
	}
	ends := map[string]end{}
	for n, err := range s.NodeSeq() {
		if err != nil {
			return err
		}
		ends[n.ID] = end{n.Label, n.Type}
		if err := put(ftmNode(terms, n)); err != nil {
			return err
		}
	}
	for e, err := range s.EdgeSeq() {
		if err != nil {
			return err
		}
		if err := put(ftmEdge(terms, s.Schema(), e, ends)); err != nil {
			return err
		}
	}
	return j.Flush()
}

func ftmNode(terms *mapping[ftmType, ftmRelation], n *graph.Node) *ftmEntity {
	t, ok := terms.Types[n.Type]
	if !ok {
		t = ftmThing
	}
	e := &ftmEntity{n.ID, t.Schema, map[string][]string{}}
	label := n.Label
	if strings.TrimSpace(label) == "" {
		label = n.ID // an entity must have a name
	}
	for _, p := range t.Label {
		e.add(p, label)
	}
	e.add("alias", n.Aliases...)
	e.add("keywords", n.Type)
	e.add(cmp.Or(t.Text, "notes"), n.Text)
	e.add(t.Date, n.Date)
	if t.Dated {
		e.dates(n.Date)
	}
	return e
}

// dates adds a date as those of beginning and end too.
func (e *ftmEntity) dates(date string) {
	if date != "" {
		first, last := days(date)
		e.add("startDate", first)
		e.add("endDate", last)
	}
}

func ftmEdge(terms *mapping[ftmType, ftmRelation], s *schema.Schema, x *graph.Edge, ends map[string]end) *ftmEntity {
	t := terms.Relations[x.Relation]
	fits := (len(t.From) == 0 || slices.Contains(t.From, ends[x.From].typ)) && (len(t.To) == 0 || slices.Contains(t.To, ends[x.To].typ))
	if t.Schema == "" || x.Modality != schema.Asserted || !fits {
		t = ftmUnknown
	}
	r, _ := s.Relation(x.Relation)
	e := &ftmEntity{x.ID, t.Schema, map[string][]string{}}
	e.add(t.Source, x.From)
	e.add(t.Target, x.To)
	role := r.Says(x.Modality, x.Role)
	if t.Schema != ftmUnknown.Schema {
		role = cmp.Or(x.Role, role)
	}
	e.add(t.Role, role)
	if t.Role == ftmUnknown.Role { // schemata of Interest have a status too
		e.add("status", x.Modality.String())
	}
	e.dates(x.Date)
	if x.Claimed != "" {
		e.add("description", "as claimed by "+ends[x.Claimed].label)
	}
	for _, v := range x.Evidence {
		e.add("summary", v.Text)
		e.add("recordId", fmt.Sprintf("%s:%d-%d", v.Doc, v.Start, v.End))
	}
	return e
}
