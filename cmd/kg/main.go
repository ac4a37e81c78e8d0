// Command kg builds knowledge graphs from news articles: text goes in, typed,
// dated relations between people, countries, meetings and proposals come out,
// each with the sentence that states it. It works offline.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

// The exit statuses.
const (
	exitOK     = 0
	exitFailed = 1 // it ran and something failed
	exitUsage  = 2 // it was called wrongly
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	status := make(chan int, 1)
	go func() { status <- run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr) }()
	select {
	case code := <-status:
		os.Exit(code)
	case <-ctx.Done():
	}
	select {
	case code := <-status:
		os.Exit(code)
	case <-time.After(grace): // it waits for input; no output was begun
		fmt.Fprintln(os.Stderr, "kg: interrupted; no file was written")
		os.Exit(exitFailed)
	}
}

// grace is how long an interrupted run may take to end by itself.
const grace = time.Second

// run runs the program and returns its exit status. Data goes to stdout,
// everything else to stderr.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{stdin: stdin, stdout: stdout, stderr: stderr}
	root := a.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errReported):
		return exitFailed
	case ctx.Err() != nil:
		err = errors.New("interrupted; no file was written")
	}
	fmt.Fprintf(stderr, "kg: %s\n", strings.ReplaceAll(err.Error(), "\n", "\nkg: "))
	var usage usageError
	if !a.running || errors.As(err, &usage) {
		return exitUsage
	}
	return exitFailed
}

// An app holds what the subcommands share.
type app struct {
	stdin   io.Reader
	stdout  io.Writer
	stderr  io.Writer
	running bool // the command line was understood, a subcommand has begun
}

// errReported is returned by a subcommand that has told of its failure.
var errReported = errors.New("failed")

// A usageError is a mistake in the command line that only the subcommand finds.
type usageError struct{ error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "kg",
		Short: "Build knowledge graphs from news articles",
		Long: `kg reads news articles and builds a knowledge graph of who met whom, where and
when, who proposed, supported or opposed what, and what is planned, possible or
denied. Every relation carries the sentence that states it. kg works offline.`,
		Example: `  kg build -g talks.kg examples/talks
  kg export -g talks.kg -f svg -o talks.svg
  kg path -g talks.kg Quintanova "Halldora Brandsdottir"`,
		SuggestionsMinimumDistance: 2,
		SilenceErrors:              true,
		SilenceUsage:               true,
		PersistentPreRun:           func(*cobra.Command, []string) { a.running = true },
		Args:                       knownCommand,
		RunE:                       func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usagef("%w; see: %s --help", err, c.CommandPath())
	})
	root.AddCommand(a.build(), a.export(), a.path(), a.match(), a.show(), a.find(), a.neighbors(), a.timeline(), a.stats(), a.diff(), a.conflicts(), a.explain(), a.missed(), a.rules(), a.annotate(), a.imports(), a.lint(), a.same(), a.whySame(), a.merge(), a.split(), a.review(), a.remove(), a.verify(), a.version())
	root.InitDefaultCompletionCmd()
	if c, _, err := root.Find([]string{"completion"}); err == nil {
		c.Args, c.RunE = knownCommand, root.RunE
		c.Example = "  source <(kg completion bash)\n  kg completion fish > ~/.config/fish/completions/kg.fish"
	}
	return root
}

// knownCommand refuses what stands in the place of a subcommand.
func knownCommand(c *cobra.Command, given []string) error {
	if len(given) == 0 {
		return nil
	}
	hint := "see: " + c.CommandPath() + " --help"
	if near := c.SuggestionsFor(given[0]); len(near) > 0 {
		hint = "did you mean " + near[0] + "?"
	}
	return usagef("unknown command %q; %s", given[0], hint)
}

// takes checks the number of arguments; most is -1 for any number.
func takes(least, most int, what string) cobra.PositionalArgs {
	return func(c *cobra.Command, given []string) error {
		if len(given) < least || most >= 0 && len(given) > most {
			return usagef("%s takes %s, not %s; usage: %s", c.Name(), what, counted(len(given), "argument", "arguments"), c.UseLine())
		}
		return nil
	}
}

// graphFlag adds -g, the graph file, to c.
func graphFlag(c *cobra.Command) *string {
	file := c.Flags().StringP("graph", "g", "graph.kg", "the graph `file`")
	_ = c.MarkFlagFilename("graph", "kg") // fails only for a flag that is not there
	return file
}
