package source

import (
	"strings"
	"unicode/utf8"

	"kg/internal/text"
)

// Parse makes a document of data: its layout in blocks and its date. FallbackDate
// is an ISO 8601 day for texts that give none; it may be empty. The error is that
// of [Check], with the name before it.
func Parse(name string, data []byte, fallbackDate string) (*Document, error) {
	return Reader{Date: fallbackDate}.parse(name, data, "")
}

// Again returns a document that was kept without its layout, laid out anew. The
// date may be found better than before; what was told from outside the text
// stays.
func Again(doc *Document) *Document {
	var h hints
	switch {
	case strings.HasSuffix(doc.Dated, "flag"):
		h.flag = doc.Date
	case strings.HasSuffix(doc.Dated, "file time"), strings.HasSuffix(doc.Dated, "text"):
		h.modified = doc.Date
	}
	again := parse(doc.Name, doc.Text, h)
	if again.Date == "" {
		again.Date, again.Dated = doc.Date, doc.Dated
	}
	return again
}

// parse gives data its layout; src is known to be text.
func parse(name, src string, h hints) *Document {
	l := layout{src: src, units: units(src)}
	l.dialog = isDialog(src, l.units)
	for i := range l.units {
		l.place(i)
	}
	doc := &Document{Name: name, Text: src, Blocks: l.blocks}
	l.found.title, l.found.text = l.title, src
	doc.Date, doc.Dated = l.found.decide(name, h)
	return doc
}

// A layout is the state of reading units from the top of the page downwards.
type layout struct {
	src        string
	units      []unit
	dialog     bool // an interview: turns begin with the speaker's name
	blocks     []Block
	found      found
	title      string // the headline; empty before it is met
	paragraphs int    // how many were met
	texts      int    // paragraphs and headings met; a title comes before them
}

// place finds out what unit i is and adds it to the blocks. The order of the
// questions matters: what is asked first is the surer sign.
func (l *layout) place(i int) {
	span := l.units[i].span
	s := span.Of(l.src)
	item := itemMark().MatchString(s)
	switch {
	case isNoise(s):
		l.add(Furniture, span)
	case l.dateLine(i, span):
	case l.byline(i, s):
		l.add(Byline, span)
	case isCaption(s) || l.captioned(s):
		l.caption(i, span)
	case headingMark().MatchString(s):
		l.marked(l.furniture(span, headingMark().FindString(s)))
	case l.title != "" && s == l.title:
		l.add(Title, span)
	case l.titleHere(i, s):
		l.headline(i, span)
	case !item && i+1 < len(l.units) && isHeading(s):
		l.add(Heading, span)
	default:
		l.paragraph(span)
	}
}

func (l *layout) add(k BlockKind, s text.Span) {
	switch k {
	case Paragraph:
		l.paragraphs++
		l.texts++
	case Heading:
		l.texts++
	}
	l.blocks = append(l.blocks, Block{Kind: k, Span: s})
}

// furniture sets prefix, the first bytes of span, apart and returns the rest.
func (l *layout) furniture(span text.Span, prefix string) text.Span {
	if prefix == "" {
		return span
	}
	l.add(Furniture, trim(l.src, text.Span{Start: span.Start, End: span.Start + len(prefix)}))
	return trim(l.src, text.Span{Start: span.Start + len(prefix), End: span.End})
}

// last returns the kind of the block before the current unit.
func (l *layout) last() BlockKind {
	if len(l.blocks) == 0 {
		return 0
	}
	return l.blocks[len(l.blocks)-1].Kind
}

// top reports whether the reading is still where dates and authors stand.
func (l *layout) top() bool { return l.paragraphs <= 1 }

// dateLine places a line that holds a date and at most a name beside it.
func (l *layout) dateLine(i int, span text.Span) bool {
	s := span.Of(l.src)
	d, ok := parseDateLine(s)
	if !ok || d.rest != "" && !(l.top() && (l.title != "" || wordCount(d.rest) <= 4)) {
		return false
	}
	kind := Dateline
	if d.author {
		kind = Byline
	}
	l.found.lines = append(l.found.lines, d)
	if n := len(l.blocks) - 1; n >= 0 && l.top() && l.blocks[n].Kind == Heading && isAuthors(l.blocks[n].Span.Of(l.src)) {
		l.blocks[n].Kind = Byline // "Jane Doe" above the date
	}
	l.add(kind, span)
	return true
}

// byline reports whether unit i names the author.
func (l *layout) byline(i int, s string) bool {
	if !l.top() && i+2 < len(l.units) {
		return false
	}
	if len(l.units) > 1 && isByline(s) {
		return true
	}
	return l.title != "" && l.last() == Dateline && l.paragraphs == 0 && isAuthors(s)
}

// caption places the text of a picture. A line that only names the
// photographer makes a caption of the line above it, if that can be one.
func (l *layout) caption(i int, span text.Span) {
	s := span.Of(l.src)
	if n := len(l.blocks) - 1; n >= 0 && isCredit(s) {
		above := &l.blocks[n]
		t := above.Span.Of(l.src)
		if (above.Kind == Paragraph || above.Kind == Heading) && utf8.RuneCountInString(t) < 300 && (captionSign().MatchString(t) || l.paragraphs == 1 && !strings.Contains(t, ". ")) {
			if above.Kind == Paragraph {
				l.paragraphs--
			}
			above.Kind = Caption
			l.found.caption(t)
		}
	}
	if i < nearTop {
		l.found.caption(s)
	}
	if label := captionLabel().FindString(s); len(label) < len(s) && !isCredit(s) {
		span = l.furniture(span, label)
	}
	l.add(Caption, span)
}

// captioned reports whether the line above says that s is a caption.
func (l *layout) captioned(s string) bool {
	n := len(l.blocks) - 1
	return n >= 0 && l.blocks[n].Kind == Furniture && utf8.RuneCountInString(s) < 300 &&
		strings.HasPrefix(strings.ToLower(l.blocks[n].Span.Of(l.src)), "image caption")
}

// nearTop is the number of units within which a caption's date is taken for
// the document's.
const nearTop = 10

// marked places a Markdown heading.
func (l *layout) marked(span text.Span) {
	if l.title == "" && l.texts == 0 {
		l.title = span.Of(l.src)
		l.add(Title, span)
		return
	}
	l.add(Heading, span)
}

// titleHere reports whether unit i can be the headline. A text of one line has
// none.
func (l *layout) titleHere(i int, s string) bool {
	return l.title == "" && l.paragraphs == 0 && len(l.units) > 1 && i+1 < len(l.units) && !readsOn(s)
}

// headline places the title, or the rubric above it ("News", "World").
func (l *layout) headline(i int, span text.Span) {
	s, next := span.Of(l.src), l.units[i+1].span.Of(l.src)
	_, dated := parseDateLine(next)
	if l.texts == 0 && wordCount(s) <= 2 && i+2 < len(l.units) && wordCount(next) >= 4 && !readsOn(next) && !dated && !isByline(next) && !isCaption(next) {
		l.add(Heading, span)
		return
	}
	l.title = s
	l.add(Title, span)
}

// paragraph places running text, its dateline or label apart.
func (l *layout) paragraph(span text.Span) {
	s := span.Of(l.src)
	h, ok := readHead(s, position{early: l.paragraphs < 2, dialog: l.dialog})
	if ok {
		before := trim(l.src, text.Span{Start: span.Start, End: span.Start + h.end})
		l.add(h.kind, before)
		if h.date.day != (day{}) {
			l.found.datelines = append(l.found.datelines, h.date.day)
		}
		span = trim(l.src, text.Span{Start: before.Start + h.end, End: span.End})
	}
	l.add(Paragraph, span)
}

// isDialog reports whether three units or more begin with a name and a colon.
func isDialog(src string, us []unit) bool {
	n := 0
	for _, u := range us {
		name, rest, ok := strings.Cut(u.span.Of(src), ": ")
		if ok && rest != "" && wordCount(name) <= 4 && titleCase(name) {
			n++
		}
	}
	return n >= 3
}
