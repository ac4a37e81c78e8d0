//go:build unix

// Command prose times how long github.com/jdkato/prose/v2 takes to analyse a
// text: tokens, tags, sentences and names; no lemmas and no trees.
package main

import (
	"fmt"
	"os"
	"syscall"
	"time"

	"github.com/jdkato/prose/v2"
)

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	began := processorTime()
	doc, err := prose.NewDocument(string(text))
	if err != nil {
		return err
	}
	took := processorTime() - began
	fmt.Printf("%d tokens, %d sentences, %d names, %.3f s\n", len(doc.Tokens()), len(doc.Sentences()), len(doc.Entities()), took.Seconds())
	return nil
}

// processorTime is what the process has used so far, on all processors.
func processorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
