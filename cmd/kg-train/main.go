// Command kg-train learns the models of the language core from the treebanks
// and writes them into the folder model/, from which they are embedded in kg.
//
//	go run ./cmd/kg-train -data ../shared/data -o model
//
// The same data, seed and options give the same files.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
)

func main() { os.Exit(run(os.Args[1:], os.Stderr)) }

// An options is what the flags say.
type options struct {
	data, out string
	only      string
	seed      uint64
	epochs    int
	runs      int
}

// run does the training and returns the exit status.
func run(args []string, log io.Writer) int {
	var o options
	fs := flag.NewFlagSet("kg-train", flag.ContinueOnError)
	fs.SetOutput(log)
	fs.StringVar(&o.data, "data", "../shared/data", "folder of the treebanks")
	fs.StringVar(&o.out, "o", "model", "folder to write the models to")
	fs.StringVar(&o.only, "only", "", "train only these models, parted by commas; all when empty")
	fs.Uint64Var(&o.seed, "seed", 1, "seed of the random order of the training")
	fs.IntVar(&o.epochs, "epochs", 6, "passes of the parser's training")
	fs.IntVar(&o.runs, "runs", 3, "trainings of the parser whose weights are averaged")
	if err := fs.Parse(args); err != nil {
		return 2
	}
	if fs.NArg() > 0 {
		fmt.Fprintf(log, "kg-train: unexpected argument %q\n", fs.Arg(0))
		return 2
	}
	if err := train(o, log); err != nil {
		fmt.Fprintln(log, "kg-train:", err)
		return 1
	}
	return 0
}

// A stage trains one model and returns the bytes of its file.
type stage struct {
	name, file string
	train      func(*corpus, options, io.Writer) ([]byte, error)
}

// stages lists the models in the order they are trained.
var stages = []stage{
	{"segment", "boundaries.bin", trainBoundaries},
	{"lemma", "lemmas.tsv", trainLemmas},
	{"tag", "tagger.bin", trainTagger},
	{"parse", "parser.bin", trainParser},
	{"names", "names.bin", trainNames},
	{"pronouns", "pronouns.tsv", trainPronouns},
}

// train runs the stages that were asked for.
func train(o options, log io.Writer) error {
	c, err := readCorpus(o.data)
	if err != nil {
		return err
	}
	for _, s := range stages {
		if o.only != "" && !strings.Contains(","+o.only+",", ","+s.name+",") {
			continue
		}
		start := time.Now()
		data, err := s.train(c, o, log)
		if err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		if err := os.WriteFile(filepath.Join(o.out, s.file), data, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(log, "%s: %s, %d bytes, %.0f s\n", s.name, s.file, len(data), time.Since(start).Seconds())
	}
	return nil
}
