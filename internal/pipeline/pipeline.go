// Package pipeline wires the reading stages: a document goes in, its
// fact.Reading comes out.
package pipeline

import (
	"fmt"
	"strings"

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
}

// New loads everything that reading needs.
func New() (*Pipeline, error) {
	annotator, err := annotate.New()
	if err != nil {
		return nil, fmt.Errorf("language model: %w", err)
	}
	lex, err := lexicon.Load()
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	sch, err := schema.Load()
	if err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	heads, err := lex.Heads()
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	set, err := rule.Load(rules.Files, sch, heads)
	if err != nil {
		return nil, fmt.Errorf("rules: %w", err)
	}
	judge, err := modality.New()
	if err != nil {
		return nil, err
	}
	x := &extract.Extractor{Finder: mention.New(lex, sch), Rules: set, Judge: judge, Lexicon: lex}
	return &Pipeline{annotator: annotator, extractor: x}, nil
}

// Sentences returns the linguistic analysis of doc.
func (p *Pipeline) Sentences(doc *source.Document) []nlp.Sentence { return p.annotator.Sentences(doc) }

// Read returns what doc says. It depends on doc alone. A date that only the
// file's time gives orders documents but resolves no "on Monday": a file may
// be copied long after it was written.
func (p *Pipeline) Read(doc *source.Document) *fact.Reading {
	undated := *doc
	if strings.HasSuffix(doc.Dated, "file time") {
		undated.Date = ""
	}
	r := p.extractor.Read(&undated, p.annotator.Sentences(doc))
	r.Date = doc.Date
	return r
}
