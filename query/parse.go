package query

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// The bounds of what is read as a query, far above what people write: they keep
// the depth of the parser within bounds.
const (
	maxLength  = 20_000 // bytes
	maxNesting = 60     // brackets
)

// A Query is a question about a graph, read and not yet checked against one.
// It does not change and is safe for concurrent use.
type Query struct {
	text   string
	tree   *syntax
	spoken map[string]bool // variables of whose modality it speaks
	arrow  bool            // it was written in the arrow form
}

// String returns the text of the query.
func (q *Query) String() string { return q.text }

// Parse reads a query in either form. The error is an *[Error].
func Parse(text string) (*Query, error) {
	p, err := loadParsers()
	if err != nil {
		return nil, err // a mistake in the grammar: tests find it
	}
	tokens, err := p.read(text)
	if err != nil {
		return nil, err
	}
	q := &Query{text: text, arrow: !spelledOut.MatchString(text), spoken: spoken(tokens)}
	if !q.arrow {
		tree, err := p.long.ParseString("", text)
		if err != nil {
			return nil, explain(text, err, q.arrow)
		}
		q.tree = tree
		return q, nil
	}
	tree, err := p.short.ParseString("", text)
	if err != nil {
		return nil, explain(text, err, q.arrow)
	}
	q.tree = tree.spellOut()
	return q, nil
}

// spelledOut fits what begins like openCypher.
var spelledOut = regexp.MustCompile(`(?i)^\s*(match\b|optional\b|//|\()`)

// parsers are the two forms of the language.
type parsers struct {
	tokens *lexer.StatefulDefinition
	long   *participle.Parser[syntax]
	short  *participle.Parser[arrowSyntax]
}

var loadParsers = sync.OnceValues(func() (*parsers, error) {
	tokens, err := lexer.NewSimple([]lexer.SimpleRule{
		{Name: "Comment", Pattern: `//[^\n]*`},
		{Name: "Space", Pattern: `\s+`},
		{Name: "String", Pattern: `'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"`},
		{Name: "Quoted", Pattern: "`[^`]*`"},
		{Name: "Variable", Pattern: `\?[\pL_][\pL\pM\pN_]*`},
		{Name: "Parameter", Pattern: `\$[\pL_][\pL\pM\pN_]*`},
		{Name: "Number", Pattern: `[0-9]+(?:\.[0-9]+)?`},
		{Name: "Ident", Pattern: `[\pL_][\pL\pM\pN_]*(?:-[\pL\pN_][\pL\pM\pN_]*)*`}, // hyphens: IDs and names
		{Name: "Sign", Pattern: `<>|<=|>=|=~|\.\.|[-()\[\]{}:;,.|*=<>?]`},
	})
	if err != nil {
		return nil, err
	}
	options := []participle.Option{
		participle.Lexer(tokens), participle.Elide("Comment", "Space"), participle.CaseInsensitive("Ident"),
		participle.UseLookahead(12), // tells (a)-[:x]-(b) from (a) = (b)
		participle.Map(unquote, "String", "Quoted"),
	}
	long, err := participle.Build[syntax](options...)
	if err != nil {
		return nil, err
	}
	short, err := participle.Build[arrowSyntax](options...)
	return &parsers{tokens, long, short}, err
})

// unquote takes the quotation marks off a token.
func unquote(t lexer.Token) (lexer.Token, error) {
	inner := t.Value[1 : len(t.Value)-1]
	if t.Value[0] != '`' {
		inner = escaped.ReplaceAllStringFunc(inner, func(s string) string {
			if plain, ok := map[string]string{`\n`: "\n", `\t`: "\t", `\r`: "\r"}[s]; ok {
				return plain
			}
			return s[1:]
		})
	}
	t.Value = inner
	return t, nil
}

var escaped = regexp.MustCompile(`(?s)\\.`)

// read returns the tokens of a text but its spaces and comments, and refuses
// what is too long, too deep or no text.
func (p *parsers) read(text string) ([]lexer.Token, error) {
	switch start := (lexer.Position{Line: 1, Column: 1}); {
	case strings.TrimSpace(text) == "":
		return nil, failf(start, "try: MATCH (a)-[r]->(b) RETURN a, r, b", "the query is empty")
	case len(text) > maxLength:
		return nil, failf(start, "", "the query has %d bytes, more than %d", len(text), maxLength)
	case !utf8.ValidString(text):
		return nil, failf(start, "", "the query is not valid UTF-8")
	}
	lex, err := p.tokens.LexString("", text)
	if err != nil {
		return nil, explain(text, err, false)
	}
	var out []lexer.Token
	skip := p.tokens.Symbols()
	for depth := 0; ; {
		t, err := lex.Next()
		switch {
		case err != nil:
			return nil, explain(text, err, false)
		case t.EOF():
			return out, nil
		case t.Type == skip["Space"] || t.Type == skip["Comment"]:
			continue
		case t.Value == "(" || t.Value == "[" || t.Value == "{":
			depth++
		case t.Value == ")" || t.Value == "]" || t.Value == "}":
			depth--
		}
		if depth > maxNesting {
			return nil, failf(t.Pos, "", "more than %d brackets within each other", maxNesting)
		}
		out = append(out, t)
	}
}

// spoken returns the variables of whose modality the tokens speak: who asks for
// it wants to see what is denied too.
func spoken(tokens []lexer.Token) map[string]bool {
	out := map[string]bool{}
	for i := 2; i < len(tokens); i++ {
		if tokens[i-1].Value == "." && speaksOfModality(tokens[i].Value) {
			out[variable(tokens[i-2].Value)] = true
		}
	}
	return out
}

// The words of the language, for hints.
var keywords = []string{"MATCH", "OPTIONAL", "WHERE", "RETURN", "DISTINCT", "ORDER", "BY", "SKIP", "LIMIT", "AND", "OR", "XOR", "NOT", "IN", "CONTAINS",
	"STARTS", "ENDS", "WITH", "IS", "NULL", "EXISTS", "AS", "ASC", "DESC", "shortestPath", "allShortestPaths"}

// notRead are the clauses of openCypher that this subset leaves out.
var notRead = regexp.MustCompile(`(?i)^(create|merge|delete|detach|set|remove|call|load|foreach|unwind|with|union|case)$`)

// explain makes an Error of what the parser says.
func explain(text string, err error, arrow bool) error {
	var unexpected *participle.UnexpectedTokenError
	var located participle.Error
	switch {
	case errors.As(err, &unexpected):
		t := unexpected.Unexpected
		if t.EOF() {
			return failf(end(text), missing(text), "the query ends too early")
		}
		return failf(t.Pos, hint(t, text, arrow), "unexpected %s", shown(t, text))
	case errors.As(err, &located):
		at := located.Position()
		if strings.Contains(located.Message(), "invalid input text") {
			return failf(at, unclosed(text[min(at.Offset, len(text)):]), "what begins here is no word, number, text or sign")
		}
		return failf(at, "", "%s", located.Message())
	}
	return failf(lexer.Position{}, "", "%s", err)
}

// end is the place after the last letter that is no space.
func end(text string) lexer.Position {
	text = strings.TrimRight(text, " \t\r\n")
	line := strings.Count(text, "\n")
	return lexer.Position{Line: line + 1, Column: utf8.RuneCountInString(text[strings.LastIndexByte(text, '\n')+1:]) + 1}
}

// shown is a token as the query has it.
func shown(t lexer.Token, text string) string {
	if t.Pos.Offset < len(text) {
		if first := text[t.Pos.Offset]; first == '\'' || first == '"' || first == '`' {
			return fmt.Sprintf("%c%s%c", first, t.Value, first)
		}
	}
	return fmt.Sprintf("%q", t.Value)
}

// hint says how a token that is not expected may have been meant.
func hint(t lexer.Token, text string, arrow bool) string {
	before := strings.TrimRight(text[:min(t.Pos.Offset, len(text))], " \t\r\n")
	switch near := nearest(t.Value, keywords); {
	case notRead.MatchString(t.Value):
		return "kg match reads MATCH, OPTIONAL MATCH, WHERE, RETURN, ORDER BY, SKIP and LIMIT"
	case strings.EqualFold(near, t.Value):
		return fmt.Sprintf("%s stands where it cannot; see: kg match --help", near)
	case near != "" && utf8.RuneCountInString(t.Value) > 2:
		return fmt.Sprintf("did you mean %s?", near)
	case arrow && wordEnd.MatchString(before) && wordEnd.MatchString(t.Value):
		return `a name of several words needs quotes: "Ana Gil" -met-> ?x`
	case arrow:
		return "the arrow form is NAME -relation-> ?variable, with spaces around the arrow"
	case strings.HasSuffix(before, "]") || strings.HasSuffix(before, ")"):
		return "a relation is written -[:name]-> or <-[:name]- or -[:name]-"
	}
	return ""
}

var wordEnd = regexp.MustCompile(`[\pL\pN]$`)

// missing says what a query that ends too early may lack.
func missing(text string) string {
	for _, pair := range []string{"()", "[]", "{}"} {
		if strings.Count(text, pair[:1]) > strings.Count(text, pair[1:]) {
			return fmt.Sprintf("a %q is never closed", pair[:1])
		}
	}
	return ""
}

// unclosed says that a text has no end, if that is what is wrong.
func unclosed(rest string) string {
	if rest != "" && strings.ContainsAny(rest[:1], "'\"`") {
		return fmt.Sprintf("the text after %s is never closed", rest[:1])
	}
	return ""
}
