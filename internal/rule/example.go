package rule

import (
	"regexp"

	"kg/schema"
)

// An Example is a sentence of a rule's own test.
type Example struct {
	Text string
	Fact string // what must come of it, as "led(Ana Gil, the team) planned"; empty in No
	Line int
}

// A Statement is what the fact of an Example says.
type Statement struct {
	Relation, From, To string
	Modality           schema.Modality
}

var statementForm = regexp.MustCompile(`^(\w+)\((.+), (.+)\)(?: (\w+))?$`)

// Statement reads the form relation(FROM, TO) modality; the modality may be
// missing where it is asserted. ok is false for anything else.
func (x *Example) Statement() (s Statement, ok bool) {
	m := statementForm.FindStringSubmatch(x.Fact)
	if m == nil {
		return Statement{}, false
	}
	s = Statement{m[1], m[2], m[3], schema.Asserted}
	if m[4] != "" {
		s.Modality, ok = schema.ParseModality(m[4])
		return s, ok
	}
	return s, true
}
