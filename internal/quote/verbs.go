package quote

import (
	"strings"

	"kg/internal/nlp"
)

// speechVerbs are the lemmas of verbs whose subject says, writes or holds
// what follows.
var speechVerbs = set(`
	say tell state declare announce claim assert allege add explain note observe remark comment write tweet post argue insist maintain contend
	stress emphasise emphasize underline underscore highlight reiterate repeat affirm reaffirm confirm acknowledge admit concede
	deny dismiss reject dispute rebut retort reply respond answer counter warn caution threaten promise pledge vow swear assure
	guarantee suggest propose recommend urge demand request ask plead beg appeal call describe label brand dub term liken compare denounce
	condemn decry criticise criticize blast slam accuse charge blame complain protest lament regret boast joke quip whisper
	shout cry chant sigh snap mutter murmur growl laugh recall remember reveal disclose report testify tell predict forecast
	estimate conclude decide rule propose order instruct order believe think hope fear expect feel consider hail praise welcome
	applaud thank congratulate salute voice express articulate outline share quote cite read go continue conclude
	echo indicate signal hint imply mean hold profess proclaim pronounce preach declaim tell inform notify advise brief
	persuade convince remind teach lecture scold mock tease agree object retort interject chime joke gripe grumble
	thunder roar bark hiss moan wail sob exclaim utter speak insinuate intimate imply suspect surmise wonder inquire enquire
	query marvel muse reflect ponder reason calculate charge style characterise characterize portray paint frame cast
	tout bill present summarise summarize sum prefer put see view
`)

// weakVerbs are speech verbs that mostly mean something else; they count only
// right beside a quotation.
var weakVerbs = set(`go put see view cast bill present mean hold order rule share post read express voice paint frame prefer thank feel
	expect consider laugh think believe hope fear order continue speak decide reject see welcome charge sum quote share`)

// addressVerbs take an object and never stand before their subject.
var addressVerbs = set(`tell assure remind inform notify call describe label brand dub term liken compare persuade convince accuse criticise
	criticize thank praise condemn denounce urge ask brief advise blame`)

// speechNouns name what is said; who has said it stands in the possessive.
var speechNouns = set(`statement message answer reply response appeal warning verdict letter remark comment words view argument
	claim call motto slogan advice assessment conclusion pledge promise plea demand complaint tweet post speech note rhetoric summary
	prediction explanation excuse line judgment judgement retort question announcement`)

// accountNouns name how somebody sees or tells a thing: "in X's words", "by
// her own account".
var accountNouns = set(`word words account view opinion telling phrase eyes judgment judgement estimation reckoning description version admission
	formulation book mind assessment parlance opinion terms`)

var irregular = map[string]string{
	"said": "say", "told": "tell", "wrote": "write", "written": "write", "held": "hold", "spoke": "speak", "spoken": "speak", "swore": "swear",
	"sworn": "swear", "put": "put", "felt": "feel", "thought": "think", "saw": "see", "seen": "see", "went": "go", "meant": "mean",
	"taught": "teach", "begged": "beg", "quipped": "quip", "snapped": "snap", "hit": "hit", "read": "read", "denied": "deny",
	"replied": "reply", "implied": "imply", "cried": "cry", "decried": "decry", "denies": "deny", "replies": "reply", "goes": "go",
	"denying": "deny", "saying": "say", "says": "say",
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// isSpeech reports whether w is a verb of speech.
func isSpeech(w *nlp.Word) bool {
	return isVerb(w) && in(speechVerbs, w)
}

// mistagged reports whether w, tagged as a plural noun, is no noun of speech
// but the present form of a verb: "insists".
func mistagged(w *nlp.Word) bool {
	return w.XPOS == "NNS" && in(speechVerbs, w) && !in(speechNouns, w) && !isWeak(w)
}

func isWeak(w *nlp.Word) bool { return in(weakVerbs, w) }

// in looks w up by its lemma and by the base forms that its form may have.
func in(table map[string]bool, w *nlp.Word) bool {
	if table[strings.ToLower(w.Lemma)] {
		return true
	}
	low := strings.ToLower(w.Form)
	if base, ok := irregular[low]; ok {
		return table[base]
	}
	for _, ending := range [...]string{"ing", "ed", "es", "s", "d"} {
		stem, ok := strings.CutSuffix(low, ending)
		if !ok || len(stem) < 2 {
			continue
		}
		n := len(stem)
		if table[stem] || table[stem+"e"] || n > 2 && stem[n-1] == stem[n-2] && table[stem[:n-1]] {
			return true
		}
		if stem[n-1] == 'i' && table[stem[:n-1]+"y"] {
			return true
		}
	}
	return table[low]
}

// isVerb reports whether w is tagged as a verb; without tags every word may
// be one.
func isVerb(w *nlp.Word) bool { return w.UPOS == "VERB" || w.UPOS == "" }

// finite reports whether the verb can have a subject of its own.
func finite(w *nlp.Word) bool { return w.XPOS != "VBG" && w.XPOS != "VB" }

var pronouns = set("he she they it i we you who one him her them")

func isPronoun(w *nlp.Word) bool {
	low := strings.ToLower(w.Form)
	return low != "one" && pronouns[low]
}

func nominal(w *nlp.Word) bool {
	switch w.UPOS {
	case "NOUN", "PROPN", "PRON", "NUM", "X":
		return true
	}
	return false
}

// startsPhrase reports whether a noun phrase may begin with w.
func startsPhrase(w *nlp.Word) bool {
	switch w.UPOS {
	case "NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM":
		return true
	}
	return false
}
