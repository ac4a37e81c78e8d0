package main

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"kg/internal/correct"
	"kg/internal/resolve"
)

func (a *app) review() *cobra.Command {
	c := &cobra.Command{
		Use:   "review [flags]",
		Short: "Walk through the pairs of nodes of which kg is not sure",
		Long: `review asks of each pair that the scores barely join or keep apart whether it is
one thing, the least certain first: y for yes, n for no, s or Enter to skip, q to
end. The answers are written into the file of corrections (see kg merge --help)
and the graph is made anew.`,
		Example: `  kg review -g talks.kg`,
		Args:    takes(0, 0, "no arguments"),
	}
	file, corrected := graphFlag(c), correctionsFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		id, err := a.identities(c.Context(), *file, *corrected)
		if err != nil {
			return err
		}
		doubts := id.doubts()
		if len(doubts) == 0 {
			fmt.Fprintln(a.stderr, "kg: no pair is in doubt")
			return nil
		}
		answers := a.ask(id, doubts)
		if len(answers) == 0 {
			fmt.Fprintln(a.stderr, "kg: nothing was judged; the graph is as it was")
			return nil
		}
		return a.judge(c.Context(), *file, *corrected, id, answers)
	}
	return c
}

func (id *identity) doubts() []resolve.Doubt {
	j := resolve.Judged{}
	for _, p := range id.given.Same {
		j.Same = append(j.Same, resolve.Pair{A: resolve.Ref(p.A), B: resolve.Ref(p.B)})
	}
	for _, p := range id.given.Different {
		j.Different = append(j.Different, resolve.Pair{A: resolve.Ref(p.A), B: resolve.Ref(p.B)})
	}
	return resolve.Doubts(id.readings, j)
}

// ask shows each pair and takes an answer.
func (a *app) ask(id *identity, doubts []resolve.Doubt) (answers []judgement) {
	in := bufio.NewScanner(a.stdin)
	for i, d := range doubts {
		state := "two nodes now"
		if d.Joined {
			state = "one node now"
		}
		fmt.Fprintf(a.stdout, "\n%d of %d, %s, %s", i+1, len(doubts), id.part(d.A).Type, state)
		id.verdict(a.stdout, d.Verdict)
		refs := []correct.Ref{{Name: id.part(d.A).Name, Doc: id.readings[d.A.Reading].Doc}, {Name: id.part(d.B).Name, Doc: id.readings[d.B.Reading].Doc}}
		for asked := true; asked; {
			fmt.Fprint(a.stdout, "the same? [y/n/s/q] ")
			if !in.Scan() {
				fmt.Fprintln(a.stdout)
				return answers
			}
			asked = false
			switch strings.ToLower(strings.TrimSpace(in.Text())) {
			case "y", "yes":
				answers = append(answers, judgement{"same", refs})
			case "n", "no":
				answers = append(answers, judgement{"different", refs})
			case "s", "skip", "":
			case "q", "quit":
				return answers
			default:
				asked = true
			}
		}
	}
	return answers
}
