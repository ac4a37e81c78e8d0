package quote

import (
	"strings"

	"kg/internal/nlp"
	"kg/internal/source"
	"kg/internal/text"
)

// A Report is a clause that the document gives as the words or the view of
// someone, without marks: "X said that …", "…, X said", "according to X, …".
type Report struct {
	Clause  Word      // the head of what is said
	Speaker Word      // the head of what names the speaker; None if unknown
	Verb    Word      // the verb of speech; None for "according to"
	Pronoun bool      // the speaker is a pronoun
	Span    text.Span // the words of the clause in the document's text
}

// Reports returns the reported speech of a document in the order of its
// verbs, quoted or not. It needs trees.
func Reports(doc *source.Document, sentences []nlp.Sentence) []Report {
	r := newReader(doc, sentences)
	var out []Report
	for s := range sentences {
		for v := range sentences[s].Words {
			if clause := r.reported(s, v); clause >= 0 {
				out = append(out, r.report(s, v, clause))
			} else if accordingTo(sentences[s].Words, v) && strings.EqualFold(sentences[s].Words[v].Form, "according") {
				if rep, ok := r.according(s, v); ok {
					out = append(out, rep)
				}
			}
		}
	}
	return out
}

// Said returns those of the Reports that tell of something said or written by
// somebody, and not of what is thought, hoped or felt or by nobody knows whom.
func Said(doc *source.Document, sentences []nlp.Sentence) []Report {
	all := Reports(doc, sentences)
	out := all[:0]
	for _, rep := range all {
		if rep.Speaker == None {
			continue
		}
		if v := rep.Verb; v != None && isWeak(&sentences[v.Sentence].Words[v.Index]) {
			continue
		}
		out = append(out, rep)
	}
	return out
}

// reported returns the head of the clause that the verb at v reports, -1 if
// there is none: its complement, or what it is put into or behind.
func (r *reader) reported(s, v int) int {
	ws := r.sentences[s].Words
	if !isSpeech(&ws[v]) {
		return -1
	}
	for k := range ws {
		if ws[k].Head == v && r.complements(s, v, k) {
			return k
		}
	}
	h := ws[v].Head
	if ws[v].Rel == "parataxis" && h >= 0 && h < len(ws) && !isWeak(&ws[v]) && (r.ownSubject(s, v) >= 0 || r.inverts(s, v)) {
		return h
	}
	return -1
}

// complements reports whether the word at k, which hangs on the verb of
// speech at v, heads what is said: as its complement, or as a clause put
// before "…, X said" under whatever name the tree gives it.
func (r *reader) complements(s, v, k int) bool {
	ws := r.sentences[s].Words
	switch ws[k].Rel {
	case "ccomp":
		return true
	case "xcomp":
		return r.child(s, k, "aux") >= 0 && r.child(s, k, "mark") < 0 || in(hearsayVerbs, &ws[v]) && r.child(s, v, "nsubj:pass") >= 0
	case "advcl", "obj", "parataxis", "dep":
		n := r.ownSubject(s, v)
		return k < v && n > k && r.commaAt(s, n-1) && (r.ownSubject(s, k) >= 0 || r.child(s, k, "nsubj:pass") >= 0) && !isWeak(&ws[v]) && r.child(s, k, "mark") < 0
	}
	return false
}

// hearsayVerbs report in the passive: "he is said to have fled".
var hearsayVerbs = set("say report believe think allege claim rumour rumor understand suspect")

func (r *reader) report(s, v, clause int) Report {
	rep := Report{Clause: Word{s, clause}, Speaker: None, Verb: Word{s, v}}
	if a, ok := r.subject(s, v); ok {
		rep.Speaker = a.speaker
		rep.Pronoun = isPronoun(r.word(a.speaker))
	}
	rep.Span = r.span(s, clause, v)
	return rep
}

// according reads "according to X" as a report of the clause it stands in.
func (r *reader) according(s, i int) (Report, bool) {
	a, ok := r.phrase(s, i+2, None)
	if !ok {
		return Report{}, false
	}
	ws := r.sentences[s].Words
	clause := a.speaker.Index
	for steps := 0; steps < len(ws) && clause >= 0 && clause < len(ws) && !(isVerb(&ws[clause]) && clause != i && !strings.EqualFold(ws[clause].Form, "according")); steps++ {
		clause = ws[clause].Head
	}
	if clause < 0 || clause >= len(ws) {
		if clause = r.verbAfter(s, r.phraseEnd(s, i+2)); clause < 0 {
			return Report{}, false
		}
	}
	return Report{Clause: Word{s, clause}, Speaker: a.speaker, Verb: None, Pronoun: isPronoun(r.word(a.speaker)), Span: r.span(s, clause, i)}, true
}

// verbAfter returns the first verb from word i on, -1 if there is none.
func (r *reader) verbAfter(s, i int) int {
	for k := i; k < len(r.sentences[s].Words); k++ {
		if w := &r.sentences[s].Words[k]; isVerb(w) {
			return k
		}
	}
	return -1
}

// span covers the words below the clause's head, itself included, but for
// those below the word at but.
func (r *reader) span(s, clause, but int) text.Span {
	ws := r.sentences[s].Words
	out := ws[clause].Span
	for k := range ws {
		if ws[k].UPOS != "PUNCT" && below(ws, k, clause, but) {
			out.Start, out.End = min(out.Start, ws[k].Span.Start), max(out.End, ws[k].Span.End)
		}
	}
	return out
}

// below reports whether the word at k hangs on top, and not by way of but,
// unless but stands above top.
func below(ws []nlp.Word, k, top, but int) bool {
	for steps := 0; k >= 0 && k < len(ws) && steps <= len(ws); steps++ {
		if k == top {
			return true
		}
		if k == but {
			return false
		}
		k = ws[k].Head
	}
	return false
}
