// Package conllu reads and writes CoNLL-U: a treebank file goes in and
// annotated sentences over one rebuilt text come out, or the other way round.
//
// The format is described at https://universaldependencies.org/format.html.
package conllu

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"kg/internal/nlp"
	"kg/internal/nlp/form"
	"kg/internal/text"
)

// A Sentence is one sentence of a treebank file: what the program itself
// knows of a sentence, and what the file tells besides.
//
// Spans are into the text that [Text] rebuilds of all sentences of the file.
// Block counts the paragraphs of the file from 0.
type Sentence struct {
	nlp.Sentence

	Doc  string // the newest "# newdoc id"
	ID   string // "# sent_id"
	Raw  string // the sentence as written, "# text"
	Gap  string // what stands before Raw: nothing, a space, or a blank line where a paragraph begins
	Feat []string
	Misc []string // as Feat one for each word, "_" if empty; SpaceAfter is left out
}

// Text returns the text that the sentences of one file make: paragraphs apart
// by a blank line, within them the spaces the file records.
func Text(sentences []Sentence) string {
	var b strings.Builder
	for i := range sentences {
		b.WriteString(sentences[i].Gap)
		b.WriteString(sentences[i].Raw)
	}
	return b.String()
}

// Read returns the sentences of a treebank file in its order. Empty nodes are
// left out. An error names the line.
func Read(r io.Reader) ([]Sentence, error) {
	rd := reader{block: -1}
	in := bufio.NewReader(r)
	for {
		line, err := in.ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("conllu: %w", err)
		}
		rd.line++
		if bad := rd.take(strings.TrimRight(line, "\r\n")); bad != nil {
			return nil, fmt.Errorf("conllu: line %d: %w", rd.line, bad)
		}
		if err != nil {
			break
		}
	}
	if err := rd.close(); err != nil {
		return nil, fmt.Errorf("conllu: line %d: %w", rd.line, err)
	}
	return rd.done, nil
}

// A reader is the state of Read between two lines.
type reader struct {
	done  []Sentence
	line  int
	doc   string
	block int
	size  int  // bytes of text so far
	fresh bool // a paragraph begins with the next sentence
	glue  bool // the last token is written together with what follows

	cur    Sentence
	tokens []token
	last   int // last word of the multiword token that is open
}

// A token is a surface token: its spelling and the words [first, end) in it.
type token struct {
	form       string
	first, end int
	glued      bool // SpaceAfter=No
}

func (rd *reader) take(line string) error {
	switch {
	case line == "":
		return rd.close()
	case line[0] == '#':
		rd.comment(line)
		return nil
	}
	return rd.row(strings.Split(line, "\t"))
}

func (rd *reader) comment(line string) {
	key, value, _ := strings.Cut(strings.TrimSpace(line[1:]), "=")
	value = strings.TrimSpace(value)
	switch strings.TrimSpace(key) {
	case "newdoc", "newdoc id":
		rd.doc, rd.fresh = value, true
	case "newpar", "newpar id":
		rd.fresh = true
	case "sent_id":
		rd.cur.ID = value
	case "text":
		rd.cur.Raw = value
	}
}

func (rd *reader) row(c []string) error {
	if len(c) != 10 {
		return fmt.Errorf("%d columns, want 10", len(c))
	}
	if strings.Contains(c[0], ".") { // an empty node has no place in the text
		return nil
	}
	glued := hasItem(c[9], "SpaceAfter=No")
	n := len(rd.cur.Words)
	if a, b, isRange := strings.Cut(c[0], "-"); isRange {
		first, err1 := strconv.Atoi(a)
		last, err2 := strconv.Atoi(b)
		if err1 != nil || err2 != nil || first != n+1 || last <= first {
			return fmt.Errorf("bad range %q after word %d", c[0], n)
		}
		rd.tokens = append(rd.tokens, token{form: c[1], first: n, end: last, glued: glued})
		rd.last = last
		return nil
	}
	if id, err := strconv.Atoi(c[0]); err != nil || id != n+1 {
		return fmt.Errorf("word number %q after word %d", c[0], n)
	}
	if n >= rd.last {
		rd.tokens = append(rd.tokens, token{form: c[1], first: n, end: n + 1, glued: glued})
	}
	head := -1
	if c[6] != "_" {
		h, err := strconv.Atoi(c[6])
		if err != nil || h < 0 {
			return fmt.Errorf("bad head %q", c[6])
		}
		head = h - 1
	}
	rd.cur.Words = append(rd.cur.Words, nlp.Word{
		Form: c[1], Lemma: blank(c[2]), UPOS: blank(c[3]), XPOS: blank(c[4]),
		Head: head, Rel: blank(c[7]), Joined: n < rd.last && n > rd.tokens[len(rd.tokens)-1].first,
	})
	rd.cur.Feat = append(rd.cur.Feat, c[5])
	rd.cur.Misc = append(rd.cur.Misc, dropItem(c[9], "SpaceAfter"))
	return nil
}

// close ends the sentence that is being read.
func (rd *reader) close() error {
	s := rd.cur
	if len(s.Words) == 0 {
		return nil
	}
	if rd.last > len(s.Words) {
		return fmt.Errorf("multiword token ends at word %d of %d", rd.last, len(s.Words))
	}
	for i, w := range s.Words {
		if w.Head >= len(s.Words) {
			return fmt.Errorf("word %d has head %d of %d", i+1, w.Head+1, len(s.Words))
		}
	}
	if s.Raw == "" {
		s.Raw = spell(rd.tokens)
	}
	switch {
	case rd.block < 0:
		rd.block = 0
	case rd.fresh:
		rd.block++
		s.Gap = "\n\n"
	case !rd.glue:
		s.Gap = " "
	}
	s.Doc, s.Block = rd.doc, rd.block
	s.Span = text.Span{Start: rd.size + len(s.Gap), End: rd.size + len(s.Gap) + len(s.Raw)}
	if err := place(&s, rd.tokens); err != nil {
		return err
	}
	s.Names = names(s.Misc)
	rd.size, rd.glue, rd.fresh = s.Span.End, rd.tokens[len(rd.tokens)-1].glued, false
	rd.done = append(rd.done, s)
	rd.cur, rd.tokens, rd.last = Sentence{}, rd.tokens[:0], 0
	return nil
}

// spell writes the tokens as they would stand in a text.
func spell(tokens []token) string {
	var b strings.Builder
	for i, t := range tokens {
		b.WriteString(t.form)
		if !t.glued && i < len(tokens)-1 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// place finds the tokens in s.Raw and gives each word its span and its normal
// form.
func place(s *Sentence, tokens []token) error {
	at := 0
	for _, t := range tokens {
		at += len(s.Raw[at:]) - len(strings.TrimLeft(s.Raw[at:], " \t\u00a0\u3000"))
		if !strings.HasPrefix(s.Raw[at:], t.form) {
			return fmt.Errorf("token %q is not at byte %d of the sentence's text %q", t.form, at, s.Raw)
		}
		end := at + len(t.form)
		for i := t.first; i < t.end; i++ {
			w := &s.Words[i]
			next := min(at+len(w.Form), end-(t.end-1-i)) // a byte for each word to come
			if i == t.end-1 || !strings.HasPrefix(s.Raw[at:end], w.Form) {
				next = end - (t.end - 1 - i)
			}
			if next <= at {
				return fmt.Errorf("token %q is too short for its words", t.form)
			}
			w.Span = text.Span{Start: s.Span.Start + at, End: s.Span.Start + next}
			w.Form = form.Normal(w.Form)
			at = next
		}
	}
	return nil
}

// names reads the NER=B-… and NER=I-… items of the words.
func names(misc []string) []nlp.Name {
	var out []nlp.Name
	open := false
	for i, m := range misc {
		tag := item(m, "NER")
		if len(tag) < 3 || tag[1] != '-' {
			open = false
			continue
		}
		kind := tag[2:]
		if open && tag[0] == 'I' && out[len(out)-1].Type == kind {
			out[len(out)-1].End = i + 1
			continue
		}
		out = append(out, nlp.Name{First: i, End: i + 1, Type: kind})
		open = true
	}
	return out
}

// blank turns CoNLL-U's mark of an empty column into the empty string.
func blank(s string) string {
	if s == "_" {
		return ""
	}
	return s
}
