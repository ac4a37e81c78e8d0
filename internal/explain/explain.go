// Package explain says why a fact holds: a document, what was read from it and
// the rules go in, and out come the words that matched, the rule, what decides
// the modality, how the date was reckoned and whom each description means.
package explain

import (
	"fmt"

	"kg/internal/fact"
	"kg/internal/rule"
	"kg/internal/source"
	"kg/internal/text"
	"kg/schema"
)

// Words are words of the document: half-open byte offsets, and exactly those
// bytes. They are zero where no words say the thing.
type Words struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// An End is the subject or the object of a fact.
type End struct {
	Name  string  `json:"name"` // the entity's best name in the document
	Type  string  `json:"type"`
	Words Words   `json:"words"` // those of the fact itself
	Chain []Words `json:"chain"` // by which earlier (or, failing that, later) words a reader knows whom Words mean: each names the one before it; empty if they are the name
}

// A Date is when the fact holds and how that was reckoned.
type Date struct {
	ISO   string `json:"iso"`
	Words Words  `json:"words"`
	Rule  string `json:"rule"` // of the date grammar
	Base  string `json:"base"` // what it was counted from, ISO 8601; empty if the words alone give it
}

// A Rule is what found the fact. File is empty if no rule of that name is known.
type Rule struct {
	Name string `json:"name"`
	File string `json:"file"`
	Line int    `json:"line"`
	Note string `json:"note"`
}

// A Fact is one fact with everything that speaks for it.
type Fact struct {
	Doc        string  `json:"doc"`
	Sentence   Words   `json:"sentence"`
	Relation   string  `json:"relation"`
	Subject    End     `json:"subject"`
	Object     End     `json:"object"`
	Trigger    Words   `json:"trigger"`
	Modality   string  `json:"modality"`
	Cue        Words   `json:"cue"`    // what decides the modality
	Reason     string  `json:"reason"` // for the modality, in words
	Date       Date    `json:"date"`
	Role       string  `json:"role"`
	Claimed    string  `json:"claimed"` // the name of who says it; empty if the document itself does
	Confidence float64 `json:"confidence"`
	Rule       Rule    `json:"rule"`

	// Status is Modality again, for those who look up a reading.
	Status schema.Modality `json:"-"`
}

// An Explainer knows the rules. It is safe for concurrent use.
type Explainer struct{ rules map[string]*rule.Rule }

// New returns an explainer that knows these rules.
func New(rules []*rule.Rule) *Explainer {
	x := &Explainer{rules: make(map[string]*rule.Rule, len(rules))}
	for _, r := range rules {
		x.rules[r.Name] = r
	}
	return x
}

// Fact explains fact i of a reading of doc.
func (x *Explainer) Fact(doc *source.Document, r *fact.Reading, i int) Fact {
	f := &r.Facts[i]
	e := &f.Evidence
	out := Fact{
		Doc: r.Doc, Sentence: words(doc, e.Span), Relation: f.Relation, Trigger: words(doc, e.Trigger),
		Subject:  end(doc, r, f.Subject, e.Subject),
		Object:   end(doc, r, f.Object, e.Object),
		Modality: f.Modality.String(), Status: f.Modality, Cue: words(doc, e.Cue), Reason: x.reason(doc, r, f),
		Date: Date{ISO: f.Date, Words: words(doc, e.Dating.Span), Rule: e.Dating.Rule, Base: e.Dating.Base},
		Role: f.Role, Confidence: f.Score, Rule: x.Rule(e.Rule),
	}
	if f.Claimed >= 0 {
		out.Claimed = r.Entities[f.Claimed].Name
	}
	return out
}

// Rule returns what is known of the rule of that name.
func (x *Explainer) Rule(name string) Rule {
	if r, ok := x.rules[name]; ok {
		return Rule{Name: name, File: r.File, Line: r.Line, Note: r.Note}
	}
	return Rule{Name: name}
}

// reason says in words why the fact has its modality.
func (x *Explainer) reason(doc *source.Document, r *fact.Reading, f *fact.Fact) string {
	switch {
	case f.Evidence.Cue != (text.Span{}):
		return fmt.Sprintf("“%s” says so", f.Evidence.Cue.Of(doc.Text))
	case x.ruled(f):
		return "the rule says so"
	case f.Modality == schema.Planned && r.Date != "" && f.Date > r.Date:
		return "its date is after that of the document, " + r.Date
	case f.Modality == schema.Asserted:
		return "nothing qualifies it"
	}
	return "as what is said of the same event"
}

// ruled reports whether the rule gives its facts their modality.
func (x *Explainer) ruled(f *fact.Fact) bool {
	r, ok := x.rules[f.Evidence.Rule]
	if !ok {
		return false
	}
	for i := range r.Emit {
		if e := &r.Emit[i]; e.Relation == f.Relation && e.Modality == f.Modality {
			return true
		}
	}
	return false
}

func words(doc *source.Document, s text.Span) Words {
	if s.Start < 0 || s.End > len(doc.Text) || s.Start >= s.End {
		return Words{}
	}
	return Words{s.Start, s.End, s.Of(doc.Text)}
}
