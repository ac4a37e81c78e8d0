package extract

import (
	"sort"
	"strings"

	"kg/internal/fact"
	"kg/internal/mention"
	"kg/internal/quote"
	"kg/internal/rule"
	"kg/internal/text"
	"kg/schema"
)

// labelWords is how many words of a statement stand for it where it is named.
const labelWords = 8

// quotes adds what somebody is quoted or reported as saying: a statement for
// each quotation and each reported clause of some length whose speaker is known.
func (p *page) quotes() {
	for i := range p.quoted {
		if q := &p.quoted[i]; q.Statement() && q.Speaker != quote.None {
			p.direct(q)
		}
	}
	for i := range p.reported {
		p.indirect(&p.reported[i])
	}
}

// voice returns the mention of whose words word w of sentence i is one; -1
// where the article itself speaks or the speaker is unknown.
func (p *page) voice(i, w int) int {
	span := p.sentences[i].Words[w].Span
	k := sort.Search(len(p.quoted), func(k int) bool { return p.quoted[k].Span.End > span.Start })
	if k == len(p.quoted) || p.quoted[k].Speaker == quote.None || !p.quoted[k].Statement() {
		return -1
	}
	for _, part := range p.quoted[k].Parts {
		if part.Contains(span) {
			return p.speaker(p.quoted[k].Speaker)
		}
	}
	return -1
}

// selves are the words by which a speaker means himself, or those for whom he
// speaks.
var selves = map[string]bool{"i": true, "me": true, "my": true, "myself": true, "we": true, "us": true, "our": true, "ours": true, "ourselves": true}

// claimant returns the mention of who is said to claim what word w of sentence i
// says, in quotation marks or without; -1 where the article itself claims it.
func (p *page) claimant(i, w int) int {
	if k := p.voice(i, w); k >= 0 {
		return k
	}
	word := quote.Word{Sentence: i, Index: w}
	for k := range p.reported {
		if r := &p.reported[k]; r.Clause.Sentence == i && r.Verb != word && r.Span.Contains(p.sentences[i].Words[w].Span) {
			return p.speaker(r.Speaker)
		}
	}
	return -1
}

func (p *page) direct(q *quote.Quote) {
	speaker := p.speaker(q.Speaker)
	if speaker < 0 {
		speaker = p.describedSpeaker(q.Speaker)
	}
	at := q.Speaker
	if q.Verb != quote.None {
		at = q.Verb
	}
	p.statement(utterance{speaker, at, label(q.Text), q.Text, q.Span}, p.Rules.ForQuote("direct"))
}

// indirect adds a reported clause, unless it is quoted as well.
func (p *page) indirect(r *quote.Report) {
	span := p.content(r)
	words := span.Of(p.doc.Text)
	if len(strings.Fields(words)) < reportedWords || !p.tells(r.Clause.Sentence) || p.quotedIn(r) {
		return
	}
	at := r.Speaker
	if r.Verb != quote.None {
		at = r.Verb
	}
	p.statement(utterance{p.speaker(r.Speaker), at, "that " + strings.TrimPrefix(label(words), "that "), words, span}, p.Rules.ForQuote("reported"))
}

// content returns the words that a report is of: without the conjunction or
// the attribution that opens it, and with the mark that closes a quotation in it.
func (p *page) content(r *quote.Report) text.Span {
	span := r.Span
	words := p.sentences[r.Clause.Sentence].Words
	for i := range words {
		w := &words[i]
		if w.Span.Start != span.Start || i+1 >= len(words) {
			continue
		}
		switch lower := strings.ToLower(w.Form); {
		case lower == "that" && w.UPOS != "PRON" && w.UPOS != "DET", lower == "whether":
			span.Start = words[i+1].Span.Start
		case r.Verb == quote.None: // "According to X, …"
			if k := r.Speaker.Index + 1; i < k && k+1 < len(words) && words[k].Form == "," {
				span.Start = words[k+1].Span.Start
			}
		}
		break
	}
	rest := p.doc.Text[span.End:]
	for _, marks := range [...][2]string{{"\"", "\""}, {"“", "”"}} {
		inside := span.Of(p.doc.Text)
		open := strings.Count(inside, marks[0])
		if marks[0] == marks[1] && open%2 == 1 || marks[0] != marks[1] && open > strings.Count(inside, marks[1]) {
			if at := strings.Index(rest, marks[1]); at >= 0 && at <= 1 {
				span.End += at + len(marks[1])
			}
		}
	}
	return span
}

// reportedWords is how many words a reported clause has at least.
const reportedWords = 4

// quotedIn reports whether a quotation of some length stands in the clause or
// around it.
func (p *page) quotedIn(r *quote.Report) bool {
	k := sort.Search(len(p.quoted), func(k int) bool { return p.quoted[k].Span.End > r.Span.Start })
	return k < len(p.quoted) && p.quoted[k].Span.Overlaps(r.Span) && p.quoted[k].Statement()
}

// An utterance is something that somebody says.
type utterance struct {
	speaker int        // a mention; -1 if unknown
	at      quote.Word // the verb of speech or, without one, the speaker
	label   string     // stands for the words where they are named
	words   string
	span    text.Span // of the words
}

// statement adds what somebody says by the rules, nothing if it is not known
// who does.
func (p *page) statement(u utterance, rules []*rule.Rule) {
	if u.speaker < 0 {
		return
	}
	m, at := &p.set.Mentions[u.speaker], u.at
	for _, r := range rules {
		for i := range r.Emit {
			e := &r.Emit[i]
			if !e.Allows(m.Type, statementType) {
				continue
			}
			p.reading.Entities = append(p.reading.Entities, fact.Entity{Type: statementType, Name: u.label, Aliases: []string{u.label}, Text: u.words})
			f := fact.Fact{
				Relation: e.Relation, Subject: m.Entity, Object: len(p.reading.Entities) - 1,
				Modality: schema.Asserted, Claimed: -1, Score: p.score(u.speaker),
				Evidence: fact.Evidence{Span: p.sentences[at.Sentence].Span, Trigger: p.sentences[at.Sentence].Words[at.Index].Span, Subject: m.Span, Object: u.span, Rule: r.Name},
			}
			f.Date, f.Evidence.Dating = p.dateOf(at.Sentence, at.Index)
			p.add(f)
		}
	}
}

// statementType is the entity type of words that somebody said.
const statementType = "Statement"

// speaker returns the mention at a word, or behind it, that is known; -1 if
// there is none.
func (p *page) speaker(w quote.Word) int {
	for _, k := range append(p.named(w.Sentence, w.Index), p.behind(w.Sentence, w.Index)...) {
		if p.set.Mentions[k].Entity >= 0 {
			return k
		}
	}
	return -1
}

// describedSpeaker returns the mention of the person whom a description that is
// no mention speaks of: the one named soon after with the same noun ("the
// envoy … The envoy, Ada Poe,"), or, of an age, the last one named before ("the
// 74-year-old"); -1 if there is none.
func (p *page) describedSpeaker(w quote.Word) int {
	word := &p.sentences[w.Sentence].Words[w.Index]
	if word.UPOS == "PRON" || word.UPOS == "PROPN" {
		return -1
	}
	lemma := strings.ToLower(word.Lemma)
	for s := w.Sentence; s <= min(w.Sentence+2, len(p.sentences)-1); s++ {
		first, end := p.set.In(s)
		for k := first; k < end; k++ {
			m := &p.set.Mentions[k]
			if m.Kind == mention.Named && m.Type == mention.Person && (s > w.Sentence || m.First > w.Index) && p.calledBy(s, m.First, lemma) {
				return k
			}
		}
	}
	if !p.aged(w) {
		return -1
	}
	for s := w.Sentence - 1; s >= max(0, w.Sentence-2); s-- {
		first, end := p.set.In(s)
		for k := end - 1; k >= first; k-- {
			if m := &p.set.Mentions[k]; m.Type == mention.Person && m.Entity >= 0 {
				return k
			}
		}
	}
	return -1
}

// calledBy reports whether "the NOUN," or a title of that noun stands right
// before the name that begins at the word.
func (p *page) calledBy(s, name int, lemma string) bool {
	words := p.sentences[s].Words
	at := name - 1
	for at > name-4 && at >= 0 && (words[at].Form == "," || words[at].UPOS == "PROPN") {
		at--
	}
	return at > 0 && at < name-1 && strings.EqualFold(words[at].Lemma, lemma) && strings.EqualFold(words[at-1].Form, "the")
}

// aged reports whether the word is the last of "74-year-old".
func (p *page) aged(w quote.Word) bool {
	words := p.sentences[w.Sentence].Words
	form := strings.ToLower(words[w.Index].Form)
	if strings.HasSuffix(form, "-year-old") {
		return true
	}
	for i := max(0, w.Index-4); i <= w.Index; i++ {
		if strings.EqualFold(words[i].Form, "year") && i+2 < len(words) && strings.EqualFold(words[i+2].Form, "old") {
			return true
		}
	}
	return false
}

// label shortens the words of a statement to their beginning, without a comma
// at the end.
func label(words string) string {
	fields := strings.Fields(words)
	if len(fields) <= labelWords {
		return strings.TrimRight(strings.Join(fields, " "), ",")
	}
	return strings.TrimRight(strings.Join(fields[:labelWords], " "), ",") + " …"
}
