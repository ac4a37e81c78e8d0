package in

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"kg/graph"
)

// A fact is what another program found, a JSON object on a line:
//
//	{"subject": {"name": "Ana Gil", "type": "Person"}, "relation": "met",
//	 "object": {"name": "Karl Lund", "type": "Person"}, "date": "2025-03-02",
//	 "confidence": 0.8, "evidence": [{"doc": "a.txt", "start": 12, "text": "…"}]}
//
// modality, date, role, claimed (like a subject), confidence and rule may be
// missing, and of evidence start, end, date and rule.
type factLine struct {
	Subject, Object    *party
	Claimed            *party
	Relation, Modality string
	Date, Role, Rule   string
	Confidence         *float64
	Evidence           json.RawMessage
}

// A party is one entity of a fact. Those of one id, or without of one type and
// name, are one.
type party struct {
	ID, Name, Type, Date, Text string
	Aliases                    []string
}

func scanFacts(s *scan) {
	offset := 0
	for line := range bytes.Lines(s.Data) {
		start := offset
		offset += len(line)
		if line = bytes.TrimSpace(line); len(line) == 0 || s.full() {
			continue
		}
		r := record{scan: s, start: start, end: offset, values: map[string]string{}}
		var f factLine
		d := json.NewDecoder(bytes.NewReader(line))
		d.DisallowUnknownFields()
		err := d.Decode(&f)
		if err == nil && d.InputOffset() < int64(len(line)) {
			err = errors.New("more follows it on its line")
		}
		if err != nil {
			r.fail("no fact: %s", formOf(err))
			continue
		}
		s.fact(&r, &f)
	}
}

func (s *scan) fact(r *record, f *factLine) {
	switch {
	case f.Subject == nil || f.Object == nil:
		r.fail("no fact: it has no subject or no object")
		return
	case len(f.Evidence) == 0:
		r.fail("no evidence: a fact says which text of which document states it")
		return
	}
	mistakes := len(s.c.errs)
	r.values = map[string]string{"source": s.party(r, f.Subject), "target": s.party(r, f.Object), "relation": f.Relation, "modality": f.Modality,
		"date": f.Date, "role": f.Role, "rule": f.Rule, "evidence": string(f.Evidence)}
	if f.Claimed != nil {
		r.values["claimed"] = s.party(r, f.Claimed)
	}
	if len(s.c.errs) > mistakes {
		return // what is wrong with a party is told, and that there is no node of it follows
	}
	if f.Confidence != nil {
		r.values["confidence"] = strconv.FormatFloat(*f.Confidence, 'g', -1, 64)
	}
	s.c.edge(*r)
}

// party adds an entity, or the names of one that is known, and returns its ID
// in the file.
func (s *scan) party(r *record, p *party) string {
	id := p.ID
	if id == "" {
		id = "\x00" + p.Type + "\x00" + graph.Fold(p.Name) // no ID: one is made of type and name
	}
	if at, there := s.c.at[id]; there {
		s.c.nodes[at].Aliases = append(append(s.c.nodes[at].Aliases, p.Aliases...), p.Name)
		return id
	}
	if p.Name == "" {
		r.fail("an entity without a name")
		return id
	}
	values := map[string]string{"id": id, "label": p.Name, "type": p.Type, "date": p.Date, "text": p.Text}
	s.c.node(record{scan: s, start: r.start, end: r.end, values: values})
	if at, there := s.c.at[id]; there {
		s.c.nodes[at].Aliases = append(p.Aliases, p.Name)
	}
	return id
}

// formOf says an error of the decoder without the types of this program.
func formOf(err error) error {
	var typ *json.UnmarshalTypeError
	if !errors.As(err, &typ) {
		return err
	}
	if typ.Field == "" {
		return fmt.Errorf("%s is not what belongs here", typ.Value)
	}
	return fmt.Errorf("%s is not what %q holds", typ.Value, typ.Field)
}
