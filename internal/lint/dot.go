package lint

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// A dotCheck follows a DOT file, token by token.
type dotCheck struct {
	*items
	tokens   []dotToken
	at       int
	directed bool // a digraph
	strict   bool
	depth    int // of subgraphs
}

// A dotToken is an ID, a sign or an arrow.
type dotToken struct {
	text   string // without quotes
	offset int
	id     bool
	html   bool
}

// dot checks the syntax as Graphviz reads it, and what it and readers of its
// language drop.
func dot(l *linter) {
	if i := invalidUTF8(l.data); i >= 0 {
		l.add(i, Refused, "utf-8", "", "Graphviz, networkx", "a byte that is no UTF-8: Graphviz takes the file for Latin-1 or stops")
	}
	tokens, ok := l.dotTokens()
	if !ok {
		return
	}
	c := &dotCheck{items: newItems(l), tokens: tokens}
	if c.head() && c.statements() && c.at < len(c.tokens) {
		c.add(c.tokens[c.at].offset, Lost, "graphs", "", "Gephi, networkx", "something stands after the graph: most read the first graph alone")
	}
}

// maxDepth is how many subgraphs may stand within each other.
const maxDepth = 1000

func invalidUTF8(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// The tokens of DOT, each tried in turn. HTML is counted by hand.
var dotTokens = []struct {
	re   *regexp.Regexp
	kind string
}{
	{regexp.MustCompile(`^(?:\s+|//[^\n]*|(?s:/\*.*?\*/))`), "space"},
	{regexp.MustCompile(`^(?:->|--|[][{};,=:+])`), "sign"},
	{regexp.MustCompile(`^(?s:"(?:\\.|[^"\\])*")`), "quoted"},
	{regexp.MustCompile(`^-?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)`), "number"},
	{regexp.MustCompile(`^[\pL_][\pL\pM\pN_]*`), "word"},
}

// dotTokens takes the file apart; it reports whether that went to the end.
func (l *linter) dotTokens() (out []dotToken, ok bool) {
	start := true // of a line
	for i := 0; i < len(l.data); {
		rest := l.data[i:]
		if start && rest[0] == '#' { // of a preprocessor
			i += len(rest) - len(strings.TrimLeft(string(rest), "#")) + strings.IndexByte(string(rest)+"\n", '\n')
			i = min(i, len(l.data))
			continue
		}
		if rest[0] == '<' {
			n := htmlLength(rest)
			if n == 0 {
				l.add(i, Refused, "html", "", "Graphviz", "an HTML label that is never closed")
				return nil, false
			}
			out = append(out, dotToken{string(rest[:n]), i, true, true})
			i += n
			continue
		}
		n, kind := dotToken1(rest)
		if n == 0 {
			l.add(i, Refused, "syntax", "", "Graphviz, Gephi, networkx", unreadable(rest))
			return nil, false
		}
		text := string(rest[:n])
		start = kind == "space" && (start || strings.Contains(text, "\n"))
		switch kind {
		case "quoted":
			out = append(out, dotToken{strings.ReplaceAll(text[1:n-1], `\"`, `"`), i, true, false})
		case "number", "word":
			out = append(out, dotToken{text, i, true, false})
		case "sign":
			out = append(out, dotToken{text, i, false, false})
		}
		i += n
	}
	return out, true
}

func dotToken1(rest []byte) (n int, kind string) {
	for _, t := range dotTokens {
		if n := len(t.re.Find(rest)); n > 0 {
			return n, t.kind
		}
	}
	return 0, ""
}

func unreadable(rest []byte) string {
	if rest[0] == '"' {
		return "a text that is never closed: a quote within one is written \\\""
	}
	r, _ := utf8.DecodeRune(rest)
	return fmt.Sprintf("%q stands outside of quotes: names of more than letters, digits and _ are quoted", string(r))
}

// htmlLength returns how long an HTML label is, 0 if it does not end.
func htmlLength(rest []byte) int {
	depth := 0
	for i, b := range rest {
		switch b {
		case '<':
			depth++
		case '>':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}

// peek returns the token at the place, a sign without text at the end.
func (c *dotCheck) peek() dotToken {
	if c.at < len(c.tokens) {
		return c.tokens[c.at]
	}
	return dotToken{offset: len(c.data)}
}

// is takes a sign or a word if it is next.
func (c *dotCheck) is(text string) bool {
	t := c.peek()
	if ok := t.text != "" && strings.EqualFold(t.text, text) && !t.html && (t.id == isWord(text)); !ok {
		return false
	}
	c.at++
	return true
}

func isWord(s string) bool { return s[0] >= 'a' && s[0] <= 'z' }

func (c *dotCheck) refuse(text string) bool {
	t := c.peek()
	if t.text == "" && !t.id {
		text += ", but the file ends"
	} else {
		text += fmt.Sprintf(", not %q", t.text)
	}
	c.add(t.offset, Refused, "syntax", "", "Graphviz, Gephi, networkx", text)
	return false
}

func (c *dotCheck) head() bool {
	start := c.peek().offset
	c.strict = c.is("strict")
	switch {
	case c.is("digraph"):
		c.directed = true
	case !c.is("graph"):
		return c.refuse("a file begins with graph or digraph")
	}
	if c.strict {
		c.add(start, Note, "strict", "", "all", "strict: of several edges between two nodes one is left")
	}
	if c.peek().id {
		c.at++
	}
	if !c.is("{") {
		return c.refuse("a { is missing")
	}
	return true
}

// statements reads to the end of a block.
func (c *dotCheck) statements() bool {
	for !c.is("}") {
		if c.is(";") {
			continue
		}
		if c.at >= len(c.tokens) {
			return c.refuse("a } is missing")
		}
		if !c.statement() {
			return false
		}
	}
	return true
}

func (c *dotCheck) statement() bool {
	first := c.peek()
	for _, word := range []string{"graph", "node", "edge"} {
		if c.at+1 < len(c.tokens) && c.tokens[c.at+1].text == "[" && c.is(word) {
			return c.attributes()
		}
	}
	ends, ok := c.ends()
	if !ok {
		return false
	}
	if c.is("=") {
		if !c.peek().id {
			return c.refuse("a value is missing")
		}
		c.at++
		return true
	}
	before := ends
	for c.peek().text == "->" || c.peek().text == "--" {
		if arrow := c.peek(); !arrow.id && (arrow.text == "->") != c.directed {
			c.add(arrow.offset, Refused, "arrow", arrow.text, "Graphviz", map[bool]string{true: "-- in a digraph: write ->", false: "-> in a graph: write --, or digraph"}[c.directed])
		}
		c.at++
		next, ok := c.ends()
		if !ok {
			return false
		}
		c.join(first.offset, before, next)
		before = next
	}
	return c.attributes()
}

// join notes edges; of a strict graph those that are left out.
func (c *dotCheck) join(offset int, from, to []string) {
	if !c.strict {
		return
	}
	for _, a := range from {
		for _, b := range to {
			k := pairKey{from: a, to: b}
			if !c.directed && b < a {
				k = pairKey{from: b, to: a}
			}
			if c.pairs[k] {
				c.add(offset, Lost, "strict-edge", "", "all", "a second edge between the same two nodes of a strict graph: it is not there")
			}
			c.pairs[k] = true
		}
	}
}

// ends reads a node with its port, or a group of nodes, which it does not name.
func (c *dotCheck) ends() ([]string, bool) {
	if named := c.is("subgraph"); named || c.peek().text == "{" && !c.peek().id {
		if c.peek().id {
			c.at++
		}
		c.add(c.peek().offset, Note, "subgraph", "", "Gephi", "which nodes stand in a subgraph is not read")
		if !c.is("{") {
			return nil, c.refuse("a { is missing")
		}
		if c.depth++; c.depth > maxDepth {
			return nil, c.refuse("at most 1,000 subgraphs stand within each other")
		}
		defer func() { c.depth-- }()
		return nil, c.statements()
	}
	t := c.peek()
	if !t.id {
		return nil, c.refuse("a node is missing")
	}
	c.at++
	for c.is("+") {
		c.at++ // the next part of a text
	}
	for c.is(":") {
		if !c.peek().id {
			return nil, c.refuse("a port is missing")
		}
		c.at++
	}
	return []string{t.text}, true
}

var shortColour = regexp.MustCompile(`^#[0-9a-fA-F]{3}$`)

// attributes reads lists of attributes.
func (c *dotCheck) attributes() bool {
	for c.is("[") {
		for !c.is("]") {
			name := c.peek()
			if !name.id {
				return c.refuse("a ] is missing")
			}
			c.at++
			if !c.is("=") {
				return c.refuse("a = is missing")
			}
			value := c.peek()
			if !value.id {
				return c.refuse("a value is missing")
			}
			c.at++
			for c.is("+") {
				c.at++
			}
			c.attribute(name, value)
			if !c.is(",") {
				c.is(";")
			}
		}
	}
	return true
}

func (c *dotCheck) attribute(name, value dotToken) {
	switch {
	case strings.HasSuffix(strings.ToLower(name.text), "color") && shortColour.MatchString(value.text):
		c.add(value.offset, Lost, "colour", "", "Graphviz before 3", fmt.Sprintf("the colour %q of three digits is not known; write six", value.text))
	case name.text == "label" && value.text == "" && !value.html:
		c.add(value.offset, Lost, "empty-label", "", "Graphviz as WebAssembly", `an empty label shows the ID of the node; write " "`)
	case name.text == "label" && value.html:
		c.add(value.offset, Note, "html-label", "", "Gephi, networkx", "an HTML label is read as its source")
	case name.text == "weight":
		c.weight(value.offset, value.text)
	}
}
