package main

import (
	"fmt"
	"os"
	"path/filepath"

	"kg/internal/nlp"
	"kg/internal/nlp/conllu"
	"kg/internal/nlp/tag"
)

// A corpus is the text to learn from and the text to measure on.
type corpus struct {
	folder string              // of all data
	banks  [][]conllu.Sentence // the training parts, a treebank each
	train  []nlp.Sentence      // the same in one
	dev    []treebank
	plain  tag.Plain // see readPlain
}

// A treebank is the development part of a treebank, never learnt from.
type treebank struct {
	name      string
	sentences []nlp.Sentence
}

// treebanks names the folders of the treebanks below the data folder.
var treebanks = []string{"ud-ewt", "ud-gum"}

// readCorpus reads the treebanks below the folder dir.
func readCorpus(dir string) (*corpus, error) {
	c := &corpus{folder: dir}
	for _, name := range treebanks {
		train, err := readTreebank(filepath.Join(dir, name, "train.conllu"))
		if err != nil {
			return nil, err
		}
		dev, err := readTreebank(filepath.Join(dir, name, "dev.conllu"))
		if err != nil {
			return nil, err
		}
		c.banks = append(c.banks, train)
		c.train = append(c.train, bare(train)...)
		c.dev = append(c.dev, treebank{name, bare(dev)})
	}
	return c, nil
}

// readTreebank reads the sentences of one file.
func readTreebank(path string) ([]conllu.Sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	s, err := conllu.Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return s, nil
}

// bare returns what the program itself knows of the sentences.
func bare(sentences []conllu.Sentence) []nlp.Sentence {
	var out []nlp.Sentence
	for _, s := range sentences {
		out = append(out, s.Sentence)
	}
	return out
}
