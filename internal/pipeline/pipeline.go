// Package pipeline wires the reading stages: a document goes in, its
// fact.Reading comes out.
package pipeline

import (
	"fmt"
	"slices"
	"strings"

	"kg/internal/domain"
	"kg/internal/extract"
	"kg/internal/fact"
	"kg/internal/mention"
	"kg/internal/modality"
	"kg/internal/nlp"
	"kg/internal/nlp/annotate"
	"kg/internal/rule"
	"kg/internal/source"
	"kg/lexicon"
	"kg/rules"
	"kg/schema"
)

// A Pipeline holds the loaded models, lexicons and rules. It is safe for
// concurrent use: one Pipeline serves any number of documents at once.
type Pipeline struct {
	annotator *annotate.Annotator
	extractor *extract.Extractor
	schema    *schema.Schema
}

// New loads everything that reading needs.
func New() (*Pipeline, error) { return With(domain.Domain{}) }

// With loads everything that reading needs, and what a user adds. The error
// names every fault of the user's files, each with its line.
func With(d domain.Domain) (*Pipeline, error) {
	sch, err := d.Schema()
	if err != nil {
		return nil, err
	}
	set, lex, err := loadRules(sch, d)
	if err != nil {
		return nil, err
	}
	annotator, err := annotate.New()
	if err != nil {
		return nil, fmt.Errorf("language model: %w", err)
	}
	judge, err := modality.New()
	if err != nil {
		return nil, err
	}
	x := &extract.Extractor{Finder: mention.New(lex, sch), Rules: set, Judge: judge, Lexicon: lex, Schema: sch}
	return &Pipeline{annotator: annotator, extractor: x, schema: sch}, nil
}

// Rules returns all rules, the user's after the embedded ones, without loading
// a model. The error names every fault of the user's files.
func Rules(d domain.Domain) ([]*rule.Rule, error) {
	sch, err := d.Schema()
	if err != nil {
		return nil, err
	}
	set, _, err := loadRules(sch, d)
	if err != nil {
		return nil, err
	}
	return set.Rules, nil
}

func loadRules(sch *schema.Schema, d domain.Domain) (*rule.Set, *lexicon.Lexicon, error) {
	lex, err := lexicon.Load()
	if err != nil {
		return nil, nil, fmt.Errorf("lexicon: %w", err)
	}
	heads, err := lex.Heads()
	if err != nil {
		return nil, nil, fmt.Errorf("lexicon: %w", err)
	}
	set, err := rule.Load(rules.Files, sch, heads, d.Rules...)
	return set, lex, err
}

// Rules returns all rules, the user's after the embedded ones.
func (p *Pipeline) Rules() []*rule.Rule { return p.extractor.Rules.Rules }

// Schema returns the schema by which documents are read.
func (p *Pipeline) Schema() *schema.Schema { return p.schema }

// Sentences returns the linguistic analysis of doc.
func (p *Pipeline) Sentences(doc *source.Document) []nlp.Sentence { return p.annotator.Sentences(doc) }

// Read returns what doc says. It depends on doc alone. A date that only the
// file's time gives orders documents but resolves no "on Monday": a file may
// be copied long after it was written.
func (p *Pipeline) Read(doc *source.Document) *fact.Reading {
	r := p.extractor.Read(undated(doc), p.annotator.Sentences(doc))
	r.Date = doc.Date
	// The readings of all documents are kept until their graph is made: without
	// the room that their lists have grown.
	r.Entities, r.Mentions, r.Facts = slices.Clone(r.Entities), slices.Clone(r.Mentions), slices.Clone(r.Facts)
	return r
}

// Review returns what doc says, as Read does, and what came to nothing.
func (p *Pipeline) Review(doc *source.Document) *fact.Review {
	r := p.extractor.Review(undated(doc), p.annotator.Sentences(doc))
	r.Reading.Date = doc.Date
	return r
}

// undated returns doc without a date that only the file's time gives.
func undated(doc *source.Document) *source.Document {
	copied := *doc
	if strings.HasSuffix(doc.Dated, "file time") {
		copied.Date = ""
	}
	return &copied
}
