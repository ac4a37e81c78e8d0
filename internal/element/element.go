// Package element reads XML without holding it as a tree: bytes go in, the
// starts and ends of elements come out, each with the bytes where it stands.
package element

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// An Element is the start or the end of an element.
type Element struct {
	Name       string            // without its namespace
	Attributes map[string]string // of a start, by name without its namespace
	Start, End int               // bytes of the tag, the end not included
	Open       bool              // it is a start
}

// Walk calls f for every start and end of an element, in order, and text for
// what stands between, until f returns false. The error says what is no XML in
// UTF-8; offset is the byte where that is found.
func Walk(data []byte, f func(Element) bool, text func(string)) (offset int, err error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(charset string, _ io.Reader) (io.Reader, error) {
		return nil, errors.New("it is in " + charset + ", not in UTF-8")
	}
	for found := false; ; {
		start := int(d.InputOffset())
		token, err := d.Token()
		at := int(d.InputOffset())
		if errors.Is(err, io.EOF) && found {
			return at, nil
		}
		if err != nil {
			return at, fmt.Errorf("not XML: %s", reason(err))
		}
		switch t := token.(type) {
		case xml.StartElement:
			found = true
			e := Element{Name: t.Name.Local, Attributes: map[string]string{}, Start: start, End: at, Open: true}
			for _, a := range t.Attr {
				e.Attributes[a.Name.Local] = a.Value
			}
			if !f(e) {
				return at, nil
			}
		case xml.EndElement:
			if !f(Element{Name: t.Name.Local, Start: start, End: at}) {
				return at, nil
			}
		case xml.CharData:
			text(string(t))
		}
	}
}

// reason is what an error of the decoder says beside the line.
func reason(err error) string {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return syntax.Msg
	}
	if errors.Is(err, io.EOF) {
		return "it holds no element"
	}
	return strings.TrimPrefix(err.Error(), "xml: ")
}
