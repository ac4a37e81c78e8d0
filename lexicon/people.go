package lexicon

// A Frequency says how common a personal name or a word is.
type Frequency uint8

const (
	Unlisted Frequency = iota
	Listed             // in the lists
	Popular            // among the most common ones of some country, or of English
)

// GivenName returns how common name is as a given name, and whether it is
// also an English noun, as "Hope" is.
func (l *Lexicon) GivenName(name string) (f Frequency, noun bool) { return personal(l.given, name) }

// Surname returns how common name is as a surname, and whether it is also an
// English noun, as "Baker" is.
func (l *Lexicon) Surname(name string) (f Frequency, noun bool) { return personal(l.surnames, name) }

// Common returns how common form is as an English word that is written in
// small letters, whatever its casing here.
func (l *Lexicon) Common(form string) Frequency {
	class, ok := l.words.find(key(form))
	if !ok {
		return Unlisted
	}
	return Frequency(class[0] - '0')
}

func personal(t *sorted, name string) (Frequency, bool) {
	class, ok := t.find(Fold(name))
	if !ok {
		return Unlisted, false
	}
	return Frequency(class[0] - '0'), len(class) > 1
}

func (l *Lexicon) loadPeople() error {
	given, err := table("given-names.tsv")
	if err != nil {
		return err
	}
	surnames, err := table("surnames.tsv")
	if err != nil {
		return err
	}
	words, err := table("common-words.tsv")
	if err != nil {
		return err
	}
	l.given, l.surnames, l.words = newSorted(given), newSorted(surnames), newSorted(words)
	return nil
}
