package pipeline_test

import (
	"testing"

	"kg/internal/fact"
	"kg/internal/source"
)

// TestEvidenceNamesItsWords: the words of both ends, of the trigger and of the
// date of every fact stand in the document where the evidence says.
func TestEvidenceNamesItsWords(t *testing.T) {
	p := newPipeline(t)
	for _, c := range []struct{ text, relation, subject, object, trigger, date, base, iso string }{
		{"Minister Ana Gil met Karl Lund in Lima on Friday.", "met", "Ana Gil", "Karl Lund", "met", "Friday", "2024-05-15", "2024-05-10"},
		{"Ana Gil flew to Lima. She met Karl Lund on 3 May 2024.", "met", "She", "Karl Lund", "met", "3 May 2024", "", "2024-05-03"},
		{"Ana Gil met Karl Lund on Tuesday. The meeting was hosted by Brazil.", "hosted", "Brazil", "The meeting", "hosted", "Tuesday", "2024-05-15", "2024-05-14"},
		{"“We will not pay for that wall,” Ana Gil said yesterday.", "said", "Ana Gil", "We will not pay for that wall,", "said", "yesterday", "2024-05-15", "2024-05-14"},
	} {
		doc, err := source.Parse("a.txt", []byte(c.text), "2024-05-15")
		if err != nil {
			t.Fatal(err)
		}
		var got *fact.Fact
		r := p.Read(doc)
		for i := range r.Facts {
			if f := &r.Facts[i]; f.Relation == c.relation && f.Evidence.Subject.Of(c.text) == c.subject {
				got = f
			}
		}
		if got == nil {
			t.Errorf("%q: %q gives no fact of %q; all: %s", c.text, c.relation, c.subject, told(r))
			continue
		}
		e := &got.Evidence
		if o, g, d := e.Object.Of(c.text), e.Trigger.Of(c.text), e.Dating.Span.Of(c.text); o != c.object || g != c.trigger || d != c.date || e.Dating.Base != c.base || got.Date != c.iso {
			t.Errorf("%q: object %q, trigger %q, date %q from %q: %s", c.text, o, g, d, e.Dating.Base, got.Date)
		}
	}
}
