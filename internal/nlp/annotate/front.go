package annotate

import (
	"slices"
	"strings"

	"kg/internal/nlp"
)

// parse parses the words of a sentence. The treebanks set a comma behind a time
// at the head of a sentence; news often does not ("On Monday Gil flew to Lima"),
// and the parser would take the two names for one. So it is shown the comma.
func (a *Annotator) parse(words []nlp.Word) {
	at := frontedTime(words)
	if at == 0 {
		a.parser.Parse(words)
		return
	}
	with := slices.Insert(slices.Clone(words), at, nlp.Word{Form: ",", Lemma: ",", UPOS: "PUNCT", XPOS: ","})
	a.parser.Parse(with)
	for i := range with {
		if with[i].Head == at {
			a.parser.Parse(words) // something hangs on the comma: it has no place here
			return
		}
	}
	for i := range words {
		from := &with[i]
		if i >= at {
			from = &with[i+1]
		}
		words[i].Head, words[i].Rel = from.Head, from.Rel
		if from.Head > at {
			words[i].Head--
		}
	}
}

// frontedTime returns where the comma would stand: behind a time of a few
// words at the beginning, if a noun phrase follows. It returns 0 if there is
// no such time.
func frontedTime(words []nlp.Word) int {
	at, named := 0, false
	for at < len(words) && at < maxTime {
		form := strings.ToLower(words[at].Form)
		if timeNames[form] || words[at].UPOS == "NUM" && named {
			named = true
		} else if !(at == 0 && timePrepositions[form]) && !timeModifiers[form] && (words[at].UPOS != "NUM" || at > 2) {
			break
		}
		at++
	}
	if !named || at+1 >= len(words) {
		return 0
	}
	switch words[at].UPOS {
	case "PROPN", "DET", "PRON", "NOUN", "ADJ":
		return at
	}
	return 0
}

// maxTime is how many words a fronted time has at most.
const maxTime = 6

var (
	timePrepositions = set("on", "in", "at", "by", "during", "since", "over", "late", "early", "earlier")
	timeModifiers    = set("last", "next", "this", "that", "the", "same", "following", "previous", "late", "early", "mid", "-", "of", "earlier", "later")
	timeNames        = set("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"yesterday", "today", "tomorrow", "week", "month", "year", "weekend", "night", "morning", "afternoon", "evening")
)

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
