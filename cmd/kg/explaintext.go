package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"kg/internal/explain"
	"kg/schema"
)

// writeFacts writes explanations for people: the sentence with the matched
// words marked below it, then a line for each thing that speaks for the fact.
func writeFacts(w io.Writer, sch *schema.Schema, facts []explain.Fact) error {
	for i := range facts {
		f := &facts[i]
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintf(w, "%s —%s→ %s (%s)\n", f.Subject.Name, says(sch, f), f.Object.Name, standing(f))
		writeMarked(w, f)
		if _, err := fmt.Fprintf(w, "  at        %s:%d\n", f.Doc, f.Sentence.Start); err != nil {
			return err
		}
		fmt.Fprintf(w, "  rule      %s\n", ruleLine(&f.Rule))
		if f.Trigger.Text == "" {
			continue // an imported graph holds no more
		}
		fmt.Fprintf(w, "  trigger   %s\n", quoted(&f.Trigger))
		fmt.Fprintf(w, "  subject   %s\n", endLine(&f.Subject))
		fmt.Fprintf(w, "  object    %s\n", endLine(&f.Object))
		fmt.Fprintf(w, "  modality  %s: %s\n", f.Modality, f.Reason)
		if f.Date.ISO != "" {
			fmt.Fprintf(w, "  date      %s\n", dateLine(&f.Date))
		}
		if f.Claimed != "" {
			fmt.Fprintf(w, "  claimed   by %s\n", f.Claimed)
		}
	}
	return nil
}

func says(sch *schema.Schema, f *explain.Fact) string {
	if r, ok := sch.Relation(f.Relation); ok {
		return r.Says(f.Status, f.Role)
	}
	return f.Relation
}

func standing(f *explain.Fact) string {
	parts := []string{f.Relation, f.Modality}
	if f.Date.ISO != "" {
		parts = append(parts, f.Date.ISO)
	}
	return strings.Join(parts, ", ")
}

func ruleLine(r *explain.Rule) string {
	switch {
	case r.File == "":
		return r.Name
	case r.Note == "":
		return fmt.Sprintf("%s (%s:%d)", r.Name, r.File, r.Line)
	}
	return fmt.Sprintf("%s (%s:%d): %s", r.Name, r.File, r.Line, r.Note)
}

func quoted(w *explain.Words) string { return quote(w.Text) }

// endLine says whom the words of an end mean, and by which others.
func endLine(e *explain.End) string {
	var b strings.Builder
	b.WriteString(quoted(&e.Words))
	for i := range e.Chain {
		fmt.Fprintf(&b, " ← %s :%d", quoted(&e.Chain[i]), e.Chain[i].Start)
	}
	last := e.Words.Text
	if n := len(e.Chain); n > 0 {
		last = e.Chain[n-1].Text
	}
	if oneLine(last) != e.Name {
		fmt.Fprintf(&b, " = %s", e.Name)
	}
	return b.String() + " (" + e.Type + ")"
}

func dateLine(d *explain.Date) string {
	if d.Rule == "" {
		return d.ISO + ", that of the event"
	}
	line := fmt.Sprintf("%s = %s", quoted(&d.Words), d.ISO)
	if d.Base != "" {
		line += ", counted from " + d.Base
	}
	return line + " (" + d.Rule + ")"
}

// lineWidth is how many characters of a sentence stand on one line.
const lineWidth = 76

// writeMarked writes the sentence, broken into lines, each with marks below the
// words that matched.
func writeMarked(w io.Writer, f *explain.Fact) {
	letters, marks := marked(f)
	for len(letters) > 0 {
		n := min(len(letters), lineWidth)
		for k := n; n < len(letters) && k > lineWidth/2; k-- {
			if letters[k] == ' ' {
				n = k
				break
			}
		}
		fmt.Fprintf(w, "  %s\n", strings.TrimRight(string(letters[:n]), " "))
		if m := strings.TrimRight(strings.ReplaceAll(string(marks[:n]), noMark, ""), " "); m != "" {
			fmt.Fprintf(w, "  %s\n", m)
		}
		for n < len(letters) && letters[n] == ' ' {
			n++
		}
		letters, marks = letters[n:], marks[n:]
	}
}

// noMark stands below an accent that has no width of its own.
const noMark = "\x00"

// marked returns the characters of the sentence on one line, and for each the
// letter of what it matched, a space, or noMark. Marks of the narrower part win.
func marked(f *explain.Fact) (letters, marks []rune) {
	parts := []struct {
		mark rune
		explain.Words
	}{{'s', f.Subject.Words}, {'o', f.Object.Words}, {'d', f.Date.Words}, {'m', f.Cue}, {'t', f.Trigger}}
	gap := true // no space at the beginning
	for i, c := range f.Sentence.Text {
		if unicode.IsSpace(c) {
			c = ' '
		}
		if c == ' ' && gap {
			continue
		}
		if unicode.Is(unicode.Mn, c) {
			letters, marks = append(letters, c), append(marks, rune(noMark[0]))
			continue
		}
		gap = c == ' '
		mark := ' '
		for _, p := range parts {
			if at := f.Sentence.Start + i; p.Start <= at && at < p.End && !gap {
				mark = p.mark
			}
		}
		letters, marks = append(letters, c), append(marks, mark)
	}
	return letters, marks
}

// writeFactsJSON writes {"facts": […]}.
func writeFactsJSON(w io.Writer, _ *schema.Schema, facts []explain.Fact) error {
	return encode(w, struct {
		Facts []explain.Fact `json:"facts"`
	}{facts})
}
