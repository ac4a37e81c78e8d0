package query

import (
	"errors"
	"fmt"

	"github.com/alecthomas/participle/v2/lexer"
)

// An Error is a mistake in a query: what is wrong, where, and how it may have
// been meant.
type Error struct {
	Line, Column int    // of the first letter that is wrong, from 1; columns count letters
	Message      string // what is wrong there
	Hint         string // how it may have been meant; empty if nothing comes near
}

// Error says the mistake in one line, its place first.
func (e *Error) Error() string {
	text := fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Message)
	if e.Hint != "" {
		text += "; " + e.Hint
	}
	return text
}

// ErrBudget is what the error of a query wraps that ended because its budget
// was spent.
var ErrBudget = errors.New("budget spent")

func failf(at lexer.Position, hint, format string, args ...any) *Error {
	return &Error{Line: max(at.Line, 1), Column: max(at.Column, 1), Message: fmt.Sprintf(format, args...), Hint: hint}
}

// meant asks whether the known word most like the given one was meant; it is
// empty if none is like it.
func meant(word string, known []string) string {
	if near := nearest(word, known); near != "" {
		return fmt.Sprintf("did you mean %s?", near)
	}
	return ""
}
