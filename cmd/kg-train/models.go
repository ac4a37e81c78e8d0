package main

import (
	"fmt"
	"io"

	"kg/internal/nlp"
	"kg/internal/nlp/lemma"
	"kg/internal/nlp/parse"
	"kg/internal/nlp/segment"
	"kg/internal/nlp/tag"
)

// folds is the number of parts of the training text that are tagged each by a
// tagger trained on the others, so that the parser learns from tags as wrong as
// it will see.
const folds = 4

// trainBoundaries trains where sentences end.
func trainBoundaries(c *corpus, _ options, _ io.Writer) ([]byte, error) {
	return segment.Train(c.banks, segment.Options{}), nil
}

// trainLemmas makes the table of lemmas.
func trainLemmas(c *corpus, _ options, _ io.Writer) ([]byte, error) {
	return lemma.Train(c.banks), nil
}

// trainTagger trains the tagger on all of the training text.
func trainTagger(c *corpus, o options, log io.Writer) ([]byte, error) {
	plain, err := c.readPlain(log)
	if err != nil {
		return nil, err
	}
	data, t, err := newTagger(c.train, plain, o)
	if err != nil {
		return nil, err
	}
	for _, b := range c.dev {
		s := compare(b.sentences, func(w []nlp.Word) { t.Tag(w, nil) })
		fmt.Fprintf(log, "tag: %s dev, gold tokens: UPOS %.2f XPOS %.2f\n", b.name, s.percent(s.upos), s.percent(s.xpos))
	}
	return data, nil
}

// newTagger trains a tagger on the sentences and returns its file too.
func newTagger(sentences []nlp.Sentence, plain tag.Plain, o options) ([]byte, *tag.Tagger, error) {
	data, err := tag.Train(sentences, plain, tag.TrainOptions{Seed: o.seed})
	if err != nil {
		return nil, nil, err
	}
	t, err := tag.Open(string(data))
	return data, t, err
}

// trainParser trains the parser on the training text with jackknifed tags.
func trainParser(c *corpus, o options, log io.Writer) ([]byte, error) {
	plain, err := c.readPlain(log)
	if err != nil {
		return nil, err
	}
	_, t, err := newTagger(c.train, plain, o)
	if err != nil {
		return nil, err
	}
	tagged, err := jackknife(c.train, plain, o)
	if err != nil {
		return nil, err
	}
	data, err := parse.Train(tagged, plain.Groups, parse.TrainOptions{
		Seed: o.seed, Epochs: o.epochs, Runs: o.runs,
		Progress: func(run, epoch int) { fmt.Fprintf(log, "parse: run %d, pass %d\n", run, epoch) },
	})
	if err != nil {
		return nil, err
	}
	p, err := parse.Open(string(data))
	if err != nil {
		return nil, err
	}
	for _, b := range c.dev {
		s := compare(b.sentences, func(w []nlp.Word) { t.Tag(w, nil); p.Parse(w) })
		fmt.Fprintf(log, "parse: %s dev, gold tokens: UAS %.2f LAS %.2f\n", b.name, s.percent(s.head), s.percent(s.label))
		for _, r := range s.relations() {
			fmt.Fprintf(log, "parse: %s dev: %s\n", b.name, r)
		}
	}
	return data, nil
}

// jackknife returns the sentences with the tags of taggers that have not seen
// them.
func jackknife(sentences []nlp.Sentence, plain tag.Plain, o options) ([]nlp.Sentence, error) {
	out := make([]nlp.Sentence, len(sentences))
	for fold := range folds {
		var rest []nlp.Sentence
		for i, s := range sentences {
			if i%folds != fold {
				rest = append(rest, s)
			}
		}
		_, t, err := newTagger(rest, plain, o)
		if err != nil {
			return nil, err
		}
		for i := fold; i < len(sentences); i += folds {
			out[i] = sentences[i]
			out[i].Words = append([]nlp.Word(nil), sentences[i].Words...)
			t.Tag(out[i].Words, nil)
		}
	}
	return out, nil
}
