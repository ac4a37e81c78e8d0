package mention

import (
	"strconv"
	"strings"
)

// signals are what speaks for an entity as the antecedent of a personal
// pronoun. None of them knows a name.
type signals [signalCount]float64

// A pronoun and a candidate are compared by the candidate's last mention
// before the pronoun; where there is none, by its first one after it.
const (
	sameSentence   = iota // the mention stands in the pronoun's sentence
	sentenceBefore        // in the sentence before
	twoBefore             // two sentences before
	farther               // farther back
	words                 // words between, in tens, in one sentence
	far                   // logarithm of the words between, in different sentences
	lastName              // logarithm of the sentences since the entity was last named
	newest                // no other candidate was mentioned later
	second                // one other candidate was
	between               // logarithm of the other persons mentioned since

	frequency // logarithm of the entity's mentions so far
	once      // it has been mentioned only once
	most      // no candidate has been mentioned more often
	leading   // share of its mentions that are subjects
	topic     // it is the first person of the document

	sexLean // how far the name speaks for the pronoun's sex
	unnamed // no table knows the name: it may be a person's
	placed  // the name was taken for a place's
	bodied  // the name was taken for a body's

	wasSubject // the mention is a subject
	wasObject  // an object
	wasOwner   // a possessive
	sameRole   // it plays the pronoun's own role
	passive    // a passive subject
	oblique    // it depends on a verb by a preposition
	afterBy    // it stands after "by"
	afterOf    // after "of"
	afterWith  // after "with"
	afterTo    // after "to"
	nested     // it modifies a noun
	apposed    // it is an apposition
	inRow      // it is one of several coordinated
	owning     // it owns what a person is called: "Ada's brother Bo"
	deep       // how many words stand above it in the tree, in fives

	wasPronoun // it is a pronoun
	fullName   // it is a name of several words
	opening    // it opens its sentence
	firstThere // it stands before all other candidates of its sentence
	bracketed  // it stands in brackets
	quoteApart // either it or the pronoun stands in quotation marks

	ownSubject     // it is the subject of the pronoun's clause
	upperSubject   // the subject of the clause above that
	topSubject     // the subject two or more clauses above
	upperObject    // an object of the clause above the pronoun's
	relativeClause // the pronoun stands in a clause that modifies it
	reporting      // it is the subject of a clause that reports the pronoun's
	joined         // of one to which the pronoun's is joined
	adjoined       // of one to which the pronoun's is an adverbial
	nearOwner      // the pronoun is a possessive, and it the nearest candidate

	rootSubject    // it is the subject of its sentence
	openingPronoun // it is, in the sentence before, and the pronoun opens its own
	rootHere       // a mention before the pronoun is the subject of its sentence
	rootBefore     // one is the subject of the sentence before

	afterwards // the entity is only named after the pronoun
	ownAfter   // the subject of the pronoun's own clause names it after the pronoun
	upperAfter // the subject of a clause above does
	openAfter  // either does, and the pronoun stands near the opening of the sentence

	chained        // the last pronoun of the same sex means the entity
	chainedHere    // it does, and stands in the same sentence
	chainedSubject // it does, and is a subject

	roles       // the first of roleSignals: the pronoun's role, the mention's, one sentence or two
	signalCount = roles + roleSignals
)

// roleSignals counts the pairs of roles, for one sentence and for two.
const roleSignals = roleCount * roleCount * 2

// pairOfRoles returns the signal of the roles of a pronoun and a mention.
func pairOfRoles(own, its role, apart bool) int {
	n := (int(own)*roleCount + int(its)) * 2
	if apart {
		n++
	}
	return roles + n
}

// signalNames are the signals as the file of weights calls them.
var signalNames = func() (out [signalCount]string) {
	copy(out[:], strings.Fields(`same-sentence sentence-before two-before farther words far last-name newest second between
		frequency once most leading topic  sex-lean unnamed placed bodied
		subject object owner same-role passive oblique after-by after-of after-with after-to nested apposed in-row owning deep
		pronoun full-name opening first-there bracketed quote-apart
		own-subject upper-subject top-subject upper-object relative-clause reporting joined adjoined near-owner
		root-subject opening-pronoun root-here root-before  afterwards own-after upper-after open-after
		chained chained-here chained-subject`))
	for own, a := range roleNames {
		for its, b := range roleNames {
			out[pairOfRoles(role(own), role(its), false)] = a + ":" + b
			out[pairOfRoles(role(own), role(its), true)] = a + ":" + b + ":apart"
		}
	}
	return out
}()

var roleNames = [roleCount]string{other: "other", subject: "subject", object: "object", owner: "owner"}

// readWeights reads the weights of the signals: lines of a name and a number.
// Signals that it does not name weigh nothing.
func readWeights(table string) (out signals) {
	at := map[string]int{}
	for i, name := range signalNames {
		at[name] = i
	}
	for line := range strings.Lines(table) {
		name, number, _ := strings.Cut(strings.TrimSpace(line), "\t")
		i, ok := at[name]
		if v, err := strconv.ParseFloat(number, 64); ok && err == nil {
			out[i] = v
		}
	}
	return out
}

// dot returns the sum of the signals by their weights.
func dot(w, s *signals) float64 {
	sum := 0.0
	for i := range w {
		sum += w[i] * s[i]
	}
	return sum
}
