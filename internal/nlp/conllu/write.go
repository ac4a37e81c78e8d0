package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/internal/nlp"
	"kg/internal/text"
)

// Write writes the sentences of a text in their order as a [Writer] does.
func Write(w io.Writer, sentences []nlp.Sentence, text string) error {
	out := NewWriter(w, text)
	for i := range sentences {
		out.Sentence(&sentences[i])
	}
	return out.Flush()
}

// A Writer writes the sentences of a text as they come, numbered from 1, with
// "# newpar" where the block changes. The form column holds the text's own
// bytes, so that the tokens spell the text; names stand in MISC as
// NER=B-Person, NER=I-Person. A word without a relation has no head either.
type Writer struct {
	out    *bufio.Writer
	text   string
	number int // of the last sentence
	block  int // of the last sentence; -1 before the first
}

// NewWriter returns a Writer of sentences of the text to w.
func NewWriter(w io.Writer, text string) *Writer {
	return &Writer{out: bufio.NewWriter(w), text: text, block: -1}
}

// Sentence writes the next sentence. Flush tells of errors.
func (w *Writer) Sentence(s *nlp.Sentence) {
	if s.Block != w.block {
		w.block = s.Block
		fmt.Fprintln(w.out, "# newpar")
	}
	w.number++
	writeSentence(w.out, s, w.number, w.text)
}

// Flush writes out what is buffered and returns the first error.
func (w *Writer) Flush() error {
	if err := w.out.Flush(); err != nil {
		return fmt.Errorf("conllu: %w", err)
	}
	return nil
}

func writeSentence(out *bufio.Writer, s *nlp.Sentence, number int, src string) {
	fmt.Fprintf(out, "# sent_id = %d\n# text = %s\n", number, strings.Join(strings.Fields(s.Span.Of(src)), " "))
	tags := nameTags(s)
	for i := 0; i < len(s.Words); {
		end := i + 1
		for end < len(s.Words) && s.Words[end].Joined {
			end++
		}
		surface := text.Span{Start: s.Words[i].Span.Start, End: s.Words[end-1].Span.End}
		glued := isGlued(src, surface.End)
		if end > i+1 {
			fmt.Fprintf(out, "%d-%d\t%s%s\t%s\n", i+1, end, surface.Of(src), strings.Repeat("\t_", 7), miscOf("", glued))
			glued = false
		}
		for ; i < end; i++ {
			writeWord(out, &s.Words[i], i+1, src, miscOf(tags[i], glued))
		}
	}
	out.WriteByte('\n')
}

func writeWord(out *bufio.Writer, w *nlp.Word, number int, src, misc string) {
	head := "_"
	if w.Rel != "" {
		head = strconv.Itoa(w.Head + 1)
	}
	for i, column := range [10]string{strconv.Itoa(number), w.Span.Of(src), w.Lemma, w.UPOS, w.XPOS, "", head, w.Rel, "", misc} {
		if i > 0 {
			out.WriteByte('\t')
		}
		if column == "" {
			column = "_"
		}
		out.WriteString(column)
	}
	out.WriteByte('\n')
}

// nameTags returns the NER tag of each word, "" outside names.
func nameTags(s *nlp.Sentence) []string {
	tags := make([]string, len(s.Words))
	for _, n := range s.Names {
		for i := n.First; i < n.End; i++ {
			tags[i] = "I-" + n.Type
		}
		tags[n.First] = "B-" + n.Type
	}
	return tags
}

func miscOf(tag string, glued bool) string {
	switch {
	case tag != "" && glued:
		return "NER=" + tag + "|SpaceAfter=No"
	case tag != "":
		return "NER=" + tag
	case glued:
		return "SpaceAfter=No"
	}
	return "_"
}

// isGlued reports whether the text goes on at the byte offset without white
// space.
func isGlued(src string, at int) bool {
	if at >= len(src) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(src[at:])
	return !unicode.IsSpace(r)
}
