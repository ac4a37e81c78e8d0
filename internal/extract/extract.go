// Package extract reads the facts out of an analysed document: parsed
// sentences and their mentions go in, and a fact.Reading with every fact's
// status, date and evidence comes out. What to look for stands in the rules.
package extract

import (
	"sort"

	"kg/internal/fact"
	"kg/internal/frame"
	"kg/internal/mention"
	"kg/internal/modality"
	"kg/internal/nlp"
	"kg/internal/quote"
	"kg/internal/rule"
	"kg/internal/source"
	"kg/lexicon"
	"kg/schema"
)

// An Extractor holds what does not change from document to document. It is
// safe for concurrent use.
type Extractor struct {
	Finder  *mention.Finder
	Rules   *rule.Set
	Judge   *modality.Judge
	Lexicon *lexicon.Lexicon
	Schema  *schema.Schema
}

// A page is one document while it is read.
type page struct {
	*Extractor
	doc       *source.Document
	sentences []nlp.Sentence
	trees     []*frame.Tree
	set       *mention.Set
	quoted    []quote.Quote  // in the order of the text
	reported  []quote.Report // in the order of the sentences; only by verbs that mean speech, and with a speaker
	dates     [][]dated      // for each sentence
	offices   map[int]int
	reading   *fact.Reading
	facts     []fact.Fact
	seen      map[string]bool
	loose     []loose
	undated   map[undated]place
}

// Read returns what the document says. The cost is linear in its length.
func (x *Extractor) Read(doc *source.Document, sentences []nlp.Sentence) *fact.Reading {
	return x.page(doc, sentences).reading
}

// page reads the document.
func (x *Extractor) page(doc *source.Document, sentences []nlp.Sentence) *page {
	p := &page{Extractor: x, doc: doc, sentences: sentences, seen: map[string]bool{}, undated: map[undated]place{}}
	p.reading = &fact.Reading{Doc: doc.Name, Date: doc.Date}
	p.trees = make([]*frame.Tree, len(sentences))
	for i := range sentences {
		p.trees[i] = frame.New(&sentences[i], x.Rules.Light)
	}
	p.set = x.Finder.Find(doc, sentences)
	p.quoted, p.reported = quote.Find(doc, sentences), quote.Said(doc, sentences)
	p.findDates()
	p.entities()
	p.titles()
	p.bareOffices(caution)
	for i := range sentences {
		if p.tells(i) {
			p.sentence(i)
		}
	}
	p.uncontradicted()
	p.bareOffices(0) // again, now that the delegations have heads
	p.bridges()
	p.sides()
	p.tighten()
	p.through()
	p.quotes()
	p.finish()
	return p
}

// tells reports whether sentence i is of a block that tells something: not a
// dateline, a byline or the furniture of a page.
func (p *page) tells(i int) bool {
	b := p.sentences[i].Block
	if b < 0 || b >= len(p.doc.Blocks) {
		return true
	}
	switch p.doc.Blocks[b].Kind {
	case source.Byline, source.Furniture:
		return false
	}
	return true
}

// entities turns the mention set into the reading's entities and mentions.
func (p *page) entities() {
	for _, e := range p.set.Entities {
		p.reading.Entities = append(p.reading.Entities, fact.Entity{
			Type: e.Type, Name: e.Name, Aliases: e.Aliases, Key: e.Key, Side: e.Side, Date: e.Date,
		})
	}
	for i := range p.set.Mentions {
		m := &p.set.Mentions[i]
		if m.Entity >= 0 {
			p.reading.Mentions = append(p.reading.Mentions, fact.Mention{Entity: m.Entity, Span: m.Span, Pronoun: m.Anaphor()})
		}
	}
}

// finish orders the facts by their place in the text, lends meetings and their
// facts each other's dates, and names the meetings that have no noun.
func (p *page) finish() {
	p.shareDates()
	p.shareTold()
	sort.SliceStable(p.facts, func(i, j int) bool {
		a, b := &p.facts[i].Evidence, &p.facts[j].Evidence
		if a.Span.Start != b.Span.Start {
			return a.Span.Start < b.Span.Start
		}
		return a.Trigger.Start < b.Trigger.Start
	})
	p.reading.Facts = p.facts
	p.occasions()
}
