package source

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// hints are what is known of a document's date beside its text.
type hints struct {
	flag     string // the user's word, ISO 8601 day; may be empty
	modified string // the day the file was last written; may be empty
}

// A dateLine is a line that holds a date, with what else stands on it.
type dateLine struct {
	day
	rest    string // a place or a name; mostly empty
	author  bool   // rest is the author
	updated bool   // the line says when the text was changed, not when it came out
}

// found are the dates met in a text, each in the order of the text.
type found struct {
	lines     []dateLine
	datelines []day
	captions  []day
	title     string // the headline
	text      string // the whole text
}

// caption notes the date in the text of a picture, unless it is from an archive.
func (f *found) caption(s string) {
	if strings.Contains(strings.ToLower(s), "file") {
		return
	}
	if d, ok := findDate(s); ok {
		f.captions = append(f.captions, d.day)
	}
}

// decide chooses the document's date and says where it was found. A date line
// of its own comes first, then the dateline of a paragraph, the file's name, the
// user's word, a caption near the top, the last day that the text names, if it
// names no later year, and, as a last resort, the file's time, unless the
// headline is of an earlier year. A date without a year gets the year that brings it nearest to the first of these
// that has one.
func (f *found) decide(name string, h hints) (date, from string) {
	type choice struct {
		day
		from string
	}
	var choices []choice
	for _, d := range f.lines {
		if !d.updated {
			choices = append(choices, choice{d.day, "date line"})
		}
	}
	for _, d := range f.lines {
		if d.updated {
			choices = append(choices, choice{d.day, "date line"})
		}
	}
	for _, d := range f.datelines {
		choices = append(choices, choice{d, "dateline"})
	}
	if d, ok := findDate(path.Base(name)); ok && !strings.HasPrefix(name, stdinPrefix) {
		choices = append(choices, choice{d.day, "file name"})
	}
	if d, ok := findDate(h.flag); ok {
		choices = append(choices, choice{d.day, "flag"})
	}
	for _, d := range f.captions {
		choices = append(choices, choice{d, "caption"})
	}
	if !slices.ContainsFunc(choices, func(c choice) bool { return c.year != 0 }) {
		if d, ok := f.lastDay(h.modified); ok {
			choices = append(choices, choice{d, "text"})
		}
	}
	if d, ok := findDate(h.modified); ok && (len(choices) > 0 || !f.olderTitle(d.year)) {
		choices = append(choices, choice{d.day, "file time"})
	}
	for i, c := range choices {
		if c.year != 0 {
			return c.String(), c.from
		}
		for _, other := range choices[i+1:] {
			if other.year == 0 {
				continue
			}
			if d, ok := c.withYear(other.String()); ok {
				return d.String(), c.from + ", year from " + other.from
			}
		}
	}
	return "", ""
}

// years are the figures of a text that are most likely years.
var years = lazily(`\b(?:19|20)\d\d\b`)

// lastDay returns the latest full date of the text that is not after the day it
// was written down; false if there is none, or if the text names a later year,
// so that the date is one of its past.
func (f *found) lastDay(written string) (last day, ok bool) {
	if written == "" {
		written = "9999"
	}
	for line := range strings.Lines(f.text) {
		if isCaption(strings.TrimSpace(line)) { // pictures are from archives, too
			continue
		}
		for d, more := findDate(line); more; d, more = findDate(line) {
			if s := d.String(); s <= written && (!ok || s > last.String()) {
				last, ok = d.day, true
			}
			line = line[d.end:]
		}
	}
	return last, ok && lastYear(f.text, written) <= last.String()[:4]
}

// lastYear returns the last year that s names, but for those after the day
// written; empty if none.
func lastYear(s, written string) string {
	last := ""
	for _, y := range years().FindAllString(s, -1) {
		if y > last && y <= written {
			last = y
		}
	}
	return last
}

// olderTitle reports whether the headline is of a year before the given one:
// "Harbour summit 2016".
func (f *found) olderTitle(year int) bool {
	y := lastYear(f.title, "9999")
	return y != "" && y < strconv.Itoa(year)
}

// maxDateLine is the length in bytes beyond which a line is no date line.
const maxDateLine = 140

// parseDateLine reads a line that is a date, with at most the words that
// announce it, the time of day, and a place or a name beside it.
func parseDateLine(s string) (dateLine, bool) {
	if len(s) > maxDateLine || endsSentence(s) && !strings.HasSuffix(s, "m.") {
		return dateLine{}, false
	}
	d, ok := findDate(s)
	if !ok {
		d, ok = findShortDate(s)
	}
	if !ok {
		return dateLine{}, false
	}
	line := dateLine{day: d.day, updated: isUpdate(s[:d.start])}
	rest := s[:d.start] + " | " + s[d.end:]
	if second, more := findDate(rest); more { // "Published … Updated …"
		rest = rest[:second.start] + " | " + rest[second.end:]
	}
	announced := publishWord().MatchString(rest)
	rest = publishWord().ReplaceAllString(clock().ReplaceAllString(rest, " "), " ")
	parts := strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune("|·•–—()", r) })
	kept := parts[:0]
	for _, p := range parts {
		if p = strings.Trim(p, " ,:;/-.\t"); p != "" && !readingTime().MatchString(p) {
			kept = append(kept, p)
		}
	}
	line.rest = strings.Join(kept, ", ")
	if line.rest == "" {
		return line, true
	}
	if line.year == 0 {
		return dateLine{}, false
	}
	first, _, _ := strings.Cut(line.rest, ",")
	line.author = isByline(first) || isByline(line.rest) || isBareName(first) && (announced || strings.ContainsAny(s, "|·•"))
	return line, line.author || placeNames(line.rest)
}

// isUpdate reports whether the last of the words before a date speaks of a
// change.
func isUpdate(before string) bool {
	words := strings.FieldsFunc(strings.ToLower(before), func(r rune) bool { return !unicode.IsLetter(r) })
	for i := len(words) - 1; i >= 0; i-- {
		switch words[i] {
		case "updated", "modified":
			return true
		case "published", "posted":
			return false
		}
	}
	return false
}
