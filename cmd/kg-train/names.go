package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"kg/internal/nlp"
	"kg/internal/nlp/lemma"
	"kg/internal/nlp/ner"
	"kg/internal/nlp/parse"
	"kg/internal/nlp/tag"
	"kg/lexicon"
)

// trainNames trains the statistical name recogniser on all the corpora with
// marked names, whose words the models in the output folder analyse where they
// have not learnt from them.
func trainNames(c *corpus, o options, log io.Writer) ([]byte, error) {
	lex, err := lexicon.Load()
	if err != nil {
		return nil, err
	}
	analyse, err := analyser(o.out)
	if err != nil {
		return nil, err
	}
	plain, err := c.readPlain(log)
	if err != nil {
		return nil, err
	}
	u, err := newUnseen(c, plain, o)
	if err != nil {
		return nil, err
	}
	var examples []ner.Example
	for _, s := range nameSources {
		e, err := s.read(o.data, s.train)
		if err != nil {
			return nil, err
		}
		e = s.prepared(e, u, analyse)
		for range s.times {
			examples = append(examples, e...)
		}
	}
	data, err := ner.Train(examples, lex, ner.TrainOptions{Seed: o.seed, Groups: plain.Groups})
	if err != nil {
		return nil, err
	}
	return data, reportNames(o, analyse, string(data), lex, log)
}

// analyser returns what tags, lemmatises and parses words by the models in a
// folder.
func analyser(dir string) (func([]nlp.Word), error) {
	data := map[string]string{}
	for _, file := range []string{"tagger.bin", "parser.bin", "lemmas.tsv"} {
		b, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			return nil, fmt.Errorf("names need the other models: %w", err)
		}
		data[file] = string(b)
	}
	tagger, err := tag.Open(data["tagger.bin"])
	if err != nil {
		return nil, err
	}
	parser, err := parse.Open(data["parser.bin"])
	if err != nil {
		return nil, err
	}
	lemmas, err := lemma.New([]byte(data["lemmas.tsv"]))
	if err != nil {
		return nil, err
	}
	return func(words []nlp.Word) {
		tagger.Tag(words, nil)
		for i := range words {
			words[i].Lemma = lemmas.Lemma(words[i].Form, words[i].UPOS, words[i].XPOS)
		}
		parser.Parse(words)
	}, nil
}

// analysed gives the words of the examples tags, lemmas and trees.
func analysed(examples []ner.Example, analyse func([]nlp.Word)) []ner.Example {
	for _, e := range examples {
		for _, s := range e.Sentences {
			analyse(s.Words)
		}
	}
	return examples
}

// A namesScore tells how well the names of one dev part are found.
type namesScore struct {
	file       string
	statistics ner.Score // by the statistical model alone
	all        ner.Score // by the whole recogniser
}

// scoreNames finds the names of the dev parts in gold words with the model in
// data.
func scoreNames(dir, data string, analyse func([]nlp.Word), lex *lexicon.Lexicon) ([]namesScore, error) {
	r, err := ner.New(data, lex)
	if err != nil {
		return nil, err
	}
	t, err := ner.Open(data, lex)
	if err != nil {
		return nil, err
	}
	var out []namesScore
	for _, s := range nameSources {
		if s.dev == "" {
			continue
		}
		examples, err := s.read(dir, s.dev)
		if err != nil {
			return nil, err
		}
		score := namesScore{file: s.dev}
		for _, e := range analysed(examples, analyse) {
			score.statistics.Add(e.Sentences, t.Names(e.Sentences))
			score.all.Add(e.Sentences, r.Find(e.Sentences))
		}
		out = append(out, score)
	}
	return out, nil
}

// reportNames prints the scores of the dev parts.
func reportNames(o options, analyse func([]nlp.Word), data string, lex *lexicon.Lexicon, log io.Writer) error {
	scores, err := scoreNames(o.data, data, analyse, lex)
	if err != nil {
		return err
	}
	for _, s := range scores {
		fmt.Fprintf(log, "names: %s: statistics %s\nnames: %s: all        %s\n", s.file, s.statistics, s.file, s.all)
	}
	return nil
}

// prepared returns the training part with tags: those of a treebank by taggers
// that have not seen it. A web text is given twice, as its sentences are marked
// and as they are found in the raw text.
func (s nameSource) prepared(e []ner.Example, u *unseen, analyse func([]nlp.Word)) []ner.Example {
	if !s.treebank {
		return analysed(e, analyse)
	}
	if s.raw {
		for i := range e {
			e = append(e, u.resplit(e[i]))
		}
	}
	for i := range e {
		u.tag(e[i])
	}
	return e
}

// A nameSource is a corpus with marked names.
type nameSource struct {
	train, dev string // files below the data folder; dev may be empty
	times      int    // how often each document is learnt from in one pass
	read       func(dir, file string) ([]ner.Example, error)
	treebank   bool // its documents are those of a treebank that the tagger learns from
	raw        bool // it is learnt from as raw text too
}

// nameSources lists the corpora in the order they are read. The little text on
// politics counts threefold, being the most like news.
var nameSources = []nameSource{
	{"uner-ewt/train.iob2", "uner-ewt/dev.iob2", 1, readUNER, true, true},
	{"ud-gum/train.conllu", "ud-gum/dev.conllu", 1, readGUM, true, false},
	{"wikigold/wikigold/CONLL-format/data/wikigold.conll.txt", "", 1, readColumns, false, false},
	{"crossner-politics/train.txt", "crossner-politics/dev.txt", 3, readColumns, false, false},
	{"multiner/Final_English.txt", "", 1, readColumns, false, false},
}

// nameTypes maps the labels of the corpora to our types of names. Other labels
// name nothing.
var nameTypes = map[string]string{
	"PER": "Person", "person": "Person", "politician": "Person",
	"ORG": "Organization", "organization": "Organization", "organisation": "Organization", "politicalparty": "Organization",
	"LOC": "Place", "place": "Place", "location": "Place", "country": "Place",
	"MISC": "Misc", "OTH": "Misc", "misc": "Misc", "event": "Misc", "election": "Misc",
}

// names turns the labels of words, BIO or IO, into names.
func names(labels []string) []nlp.Name {
	var out []nlp.Name
	last := ""
	for i, l := range labels {
		kind := ""
		if len(l) > 2 {
			kind = nameTypes[l[2:]]
		}
		switch {
		case kind == "":
		case kind == last && l[0] == 'I':
			out[len(out)-1].End = i + 1
		default:
			out = append(out, nlp.Name{First: i, End: i + 1, Type: kind})
		}
		last = kind
	}
	return out
}
