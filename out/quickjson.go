package out

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// A quickReader reads an edge as JSON writes it: known keys, no escapes in
// strings. That is most of a large document, and encoding/json takes several
// times as long. What else JSON allows makes it fail, and is left to that.
type quickReader struct {
	rest   []byte
	failed bool
}

// passed stands for a string that is not wanted.
type passed struct{}

// quickEdge reads an edge from valid JSON, without ID and label. If ok it is
// what json.Unmarshal makes of it, otherwise that is to be asked.
func quickEdge(text []byte) (e *jsonEdge, ok bool) {
	e, q := &jsonEdge{}, quickReader{rest: text, failed: !utf8.Valid(text)}
	q.fields(func(key []byte) any {
		switch string(key) {
		case "id", "label":
			return passed{}
		case "source":
			return &e.Source
		case "target":
			return &e.Target
		case "relation":
			return &e.Relation
		case "directed":
			return &e.Directed
		case "metadata":
			return &e.Metadata
		}
		return nil
	})
	return e, !q.failed
}

func (q *quickReader) meta(m *jsonEdgeMeta) {
	q.fields(func(key []byte) any {
		switch string(key) {
		case "modality":
			return &m.Modality
		case "date":
			return &m.Date
		case "role":
			return &m.Role
		case "claimed":
			return &m.Claimed
		case "confidence":
			return &m.Confidence
		case "rule":
			return &m.Rule
		case "sources":
			return &m.Sources
		case "evidence":
			return &m.Evidence
		}
		return nil
	})
}

func (q *quickReader) evidence(list *[]jsonEvidence) {
	q.failed = q.failed || *list != nil // encoding/json knows what a second list means
	*list = make([]jsonEvidence, 0, 1)
	q.items('[', ']', func() {
		*list = append(*list, jsonEvidence{})
		x := &(*list)[len(*list)-1]
		q.fields(func(key []byte) any {
			switch string(key) {
			case "doc":
				return &x.Doc
			case "start":
				return &x.Start
			case "end":
				return &x.End
			case "text":
				return &x.Text
			case "date":
				return &x.Date
			case "rule":
				return &x.Rule
			case "copy":
				return &x.Copy
			}
			return nil
		})
	})
}

// fields reads an object. place returns where the value of a key goes, nil if
// the key is not known.
func (q *quickReader) fields(place func(key []byte) any) {
	q.items('{', '}', func() {
		key := q.text()
		q.failed = q.failed || !q.next(':')
		q.value(place(key))
	})
}

func (q *quickReader) value(to any) {
	var err error
	switch to := to.(type) {
	case *string:
		*to = string(q.text())
	case passed:
		q.text()
	case *int:
		*to, err = strconv.Atoi(string(q.word()))
	case *float64:
		*to, err = strconv.ParseFloat(string(q.word()), 64)
	case *bool:
		word := string(q.word())
		*to = word == "true"
		q.failed = q.failed || !*to && word != "false"
	case *jsonEdgeMeta:
		q.meta(to)
	case *[]jsonEvidence:
		q.evidence(to)
	default:
		q.failed = true
	}
	q.failed = q.failed || err != nil
}

// items calls item for each item between two brackets, commas between them.
func (q *quickReader) items(open, end byte, item func()) {
	q.failed = q.failed || !q.next(open)
	for more := !q.next(end); more && !q.failed; more = q.next(',') {
		item()
		if q.next(end) {
			return
		}
	}
}

// next passes blanks and then c, and reports whether c stood there.
func (q *quickReader) next(c byte) bool {
	q.blanks()
	if len(q.rest) == 0 || q.rest[0] != c {
		return false
	}
	q.rest = q.rest[1:]
	return true
}

func (q *quickReader) blanks() {
	for len(q.rest) > 0 && (q.rest[0] == ' ' || q.rest[0] == '\n' || q.rest[0] == '\t' || q.rest[0] == '\r') {
		q.rest = q.rest[1:]
	}
}

// text reads a string without escapes.
func (q *quickReader) text() []byte {
	n := -1
	if q.next('"') {
		n = bytes.IndexByte(q.rest, '"')
	}
	if n < 0 || bytes.IndexByte(q.rest[:n], '\\') >= 0 {
		q.failed = true
		return nil
	}
	s := q.rest[:n]
	q.rest = q.rest[n+1:]
	return s
}

// word reads a number, true or false.
func (q *quickReader) word() []byte {
	q.blanks()
	n := 0
	for n < len(q.rest) && bytes.IndexByte([]byte(" \n\t\r,}]"), q.rest[n]) < 0 {
		n++
	}
	s := q.rest[:n]
	q.rest = q.rest[n:]
	return s
}
