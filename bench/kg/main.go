//go:build unix

// Command kg of the benchmarks times what kg does with a text, without the
// start of the process and the writing: the language analysis (tokens,
// sentences, tags, lemmas, trees, names) or, with -facts, the whole reading.
package main

import (
	"flag"
	"fmt"
	"os"
	"syscall"
	"time"

	"kg/internal/pipeline"
	"kg/internal/source"
)

func main() {
	facts := flag.Bool("facts", false, "read facts too")
	flag.Parse()
	if err := run(flag.Arg(0), *facts); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(file string, facts bool) error {
	line, err := pipeline.New()
	if err != nil {
		return err
	}
	began := processorTime()
	doc, err := source.Reader{}.Read(file)
	if err != nil {
		return err
	}
	if facts {
		r := line.Read(doc)
		fmt.Printf("%d facts, %.3f s\n", len(r.Facts), (processorTime() - began).Seconds())
		return nil
	}
	tokens, names := 0, 0
	sentences := line.Sentences(doc)
	took := processorTime() - began
	for _, s := range sentences {
		tokens += len(s.Words)
		names += len(s.Names)
	}
	fmt.Printf("%d tokens, %d sentences, %d names, %.3f s\n", tokens, len(sentences), names, took.Seconds())
	return nil
}

// processorTime is what the process has used so far, on all processors. On a
// busy machine it says more than the clock.
func processorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
