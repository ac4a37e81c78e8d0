package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"kg/internal/domain"
	"kg/internal/pipeline"
	"kg/internal/rule"
)

func (a *app) rules() *cobra.Command {
	c := &cobra.Command{
		Use:   "rules [flags] [NAME...]",
		Short: "List the rules that find relations, or run their own tests",
		Long: `rules lists the rules: name, file and line, the relations they give, and the
words that set them off. A NAME picks a rule, a relation, or all rules whose
names begin with it and a dot.

A rule file of your own is YAML: rules, each with a trigger, paths through the
sentence to the ends of the relation, at least one sentence that must give a fact
(yes:) and one that must give none (no:). A schema file adds types and relations.
docs/rules.md tells how to write them; examples/takeovers has both, for company
news.`,
		Example: `  kg rules
  kg rules met travelled.verb
  kg rules --rules rules.yaml --schema schema.yaml acquired
  kg rules test --schema schema.yaml rules.yaml`,
		Args:              takes(0, -1, "any number of NAMEs"),
		ValidArgsFunction: completeRules,
	}
	own := domainFlags(c, "rules", "schema")
	format := c.Flags().String("format", "text", "text or json")
	completeWith(c, "format", "text", "json")
	c.RunE = func(c *cobra.Command, names []string) error {
		write, ok := map[string]func(io.Writer, []*rule.Rule) error{"text": writeRules, "json": writeRulesJSON}[*format]
		if !ok {
			return usagef("unknown format %q; known: text, json", *format)
		}
		d, err := own.load()
		if err != nil {
			return err
		}
		rules, err := pipeline.Rules(d)
		if err == nil {
			rules, err = pick(rules, names)
		}
		if err != nil {
			return err
		}
		return a.emit(c.Context(), "", func(w io.Writer) error { return write(w, rules) })
	}
	c.AddCommand(a.rulesTest())
	return c
}

// completeRules lets shells complete the names of the embedded rules.
func completeRules(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var names []string
	if rules, err := pipeline.Rules(domain.Domain{}); err == nil {
		for _, r := range rules {
			names = append(names, r.Name)
		}
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// pick returns the rules that the names pick, in the order of the rules; all if
// there is no name.
func pick(rules []*rule.Rule, names []string) ([]*rule.Rule, error) {
	if len(names) == 0 {
		return rules, nil
	}
	picks := func(name string, r *rule.Rule) bool {
		return r.Name == name || strings.HasPrefix(r.Name, name+".") || slices.Contains(r.Relations(), name)
	}
	for _, name := range names {
		if !slices.ContainsFunc(rules, func(r *rule.Rule) bool { return picks(name, r) }) {
			return nil, fmt.Errorf("no rule is named %q or gives such a relation", name)
		}
	}
	return slices.DeleteFunc(slices.Clone(rules), func(r *rule.Rule) bool {
		return !slices.ContainsFunc(names, func(name string) bool { return picks(name, r) })
	}), nil
}

// shownTrigger is how much of a list of words is shown, in bytes.
const shownTrigger = 60

func writeRules(w io.Writer, rules []*rule.Rule) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range rules {
		trigger := r.Trigger()
		if len(trigger) > shownTrigger {
			trigger = trigger[:strings.LastIndexByte(trigger[:shownTrigger], ' ')] + " …"
		}
		fmt.Fprintf(t, "%s\t%s:%d\t%s\t%s\n", r.Name, r.File, r.Line, strings.Join(r.Relations(), ", "), trigger)
	}
	return t.Flush()
}

func writeRulesJSON(w io.Writer, rules []*rule.Rule) error {
	type jsonRule struct {
		Name      string   `json:"name"`
		File      string   `json:"file"`
		Line      int      `json:"line"`
		Note      string   `json:"note"`
		Relations []string `json:"relations"`
		Trigger   string   `json:"trigger"`
		Yes       []string `json:"yes"`
		No        []string `json:"no"`
	}
	list := make([]jsonRule, len(rules))
	for i, r := range rules {
		list[i] = jsonRule{r.Name, r.File, r.Line, r.Note, r.Relations(), r.Trigger(), texts(r.Yes), texts(r.No)}
	}
	return encode(w, struct {
		Rules []jsonRule `json:"rules"`
	}{list})
}

func texts(list []rule.Example) []string {
	out := make([]string, len(list))
	for i := range list {
		out[i] = list[i].Text
	}
	return out
}

func (a *app) rulesTest() *cobra.Command {
	c := &cobra.Command{
		Use:   "test [flags] [FILE...]",
		Short: "Run the yes: and no: sentences of rules",
		Long: `test reads the sentences of rules, each by itself: a yes: sentence must give its
fact by its rule, a no: sentence nothing by it. A FILE is a rule file of your own,
or the name of one of kg ("meeting.yaml"). Without FILE those of --rules are
tested, or else all of kg. Exit status 1 means that a sentence came out
otherwise; each is told with file and line.`,
		Example: `  kg rules test
  kg rules test meeting.yaml
  kg rules test --schema schema.yaml rules.yaml`,
		Args: takes(0, -1, "any number of FILEs"),
	}
	own := domainFlags(c, "rules", "schema")
	c.RunE = func(c *cobra.Command, files []string) error { return a.testRules(c.Context(), own, files) }
	return c
}

func (a *app) testRules(ctx context.Context, own *domainFiles, files []string) error {
	if len(files) == 0 {
		files = own.rules
	}
	embedded, err := pipeline.Rules(domain.Domain{})
	if err != nil {
		return err
	}
	for _, f := range files {
		if !slices.Contains(own.rules, f) && !slices.ContainsFunc(embedded, func(r *rule.Rule) bool { return r.File == f }) {
			own.rules = append(own.rules, f)
		}
	}
	d, err := own.load()
	if err != nil {
		return err
	}
	line, err := pipeline.With(d)
	if err != nil {
		return err
	}
	rules, sentences, failed := 0, 0, 0
	for _, r := range line.Rules() {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if len(files) > 0 && !slices.Contains(files, r.File) {
			continue
		}
		failures, err := line.Check(r)
		if err != nil {
			return err
		}
		for i := range failures {
			fmt.Fprintln(a.stdout, &failures[i])
		}
		rules, sentences, failed = rules+1, sentences+len(r.Yes)+len(r.No), failed+len(failures)
	}
	fmt.Fprintf(a.stderr, "kg: %d of %s of %s come out as they say\n", sentences-failed, counted(sentences, "sentence", "sentences"), counted(rules, "rule", "rules"))
	if failed > 0 {
		return errReported
	}
	return nil
}
