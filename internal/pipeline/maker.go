package pipeline

import (
	"kg/internal/assemble"
	"kg/internal/correct"
	"kg/internal/fact"
	"kg/internal/resolve"
	"kg/internal/source"
	"kg/internal/spool"
	"kg/schema"
)

// A Maker makes one graph of many documents, of which it has little in memory.
type Maker struct {
	entities  *resolve.Gatherer
	assembler *assemble.Assembler
	docs      []string // names
}

// NewMaker returns a maker that knows no documents and keeps in s what does not
// stay in memory.
func NewMaker(s *spool.Spool) *Maker {
	return &Maker{entities: resolve.NewGatherer(s), assembler: assemble.New(s)}
}

// Add adds a document and what was read from it, neither of which it keeps.
func (m *Maker) Add(doc *source.Document, r *fact.Reading) {
	m.docs = append(m.docs, r.Doc)
	m.entities.Add(r)
	m.assembler.Add(doc, r)
}

// Make gives the graph of all documents to the sink, as a person has corrected
// it; it does not depend on their order. It is called once. The error tells of a
// fact that the schema forbids, or of what was kept and cannot be read again.
func (m *Maker) Make(sch *schema.Schema, c *correct.Corrections, sink assemble.Sink) (assemble.Made, error) {
	entities, idle, err := corrected(m.entities, m.docs, c)
	if err != nil {
		return assemble.Made{}, err
	}
	m.entities = nil // its memory is wanted
	made, err := m.assembler.Make(sch, entities, c, sink)
	made.Idle = append(idle, made.Idle...)
	return made, err
}
