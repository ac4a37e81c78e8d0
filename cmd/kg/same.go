package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"kg/internal/alike"
)

// A samer is one run of kg same.
type samer struct {
	*app
	table  string // a CSV file; empty: two names
	output string
	typ    string
}

func (a *app) same() *cobra.Command {
	s := &samer{app: a}
	c := &cobra.Command{
		Use:   "same [flags] NAME NAME",
		Short: "Say whether two names are names of one thing",
		Long: `same compares two names in any script, casing and order, and says how alike they
are from 0 to 1, why, and whether they are taken as one thing's: from ` + threshold() + ` on. Names
that differ in a number never are.

With --csv it reads a table whose header names the columns name1, name2 and, if
there is one, schema (Person, or anything else for a body), and writes the rows
with two more columns, score and same.`,
		Example: `  kg same "Serhiy Kovalchuk" "Sergii Kovaltchouk"
  kg same --type Organization "Deutsche Bank AG" "Deutsche Bank"
  kg same --csv pairs.csv -o judged.csv`,
		Args: func(c *cobra.Command, args []string) error {
			if s.table != "" {
				return takes(0, 0, "no NAME beside --csv")(c, args)
			}
			return takes(2, 2, "two names")(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error {
			if s.table == "" {
				return s.pair(args[0], args[1])
			}
			return s.run(c)
		},
	}
	flags := c.Flags()
	flags.StringVar(&s.table, "csv", "", "judge the pairs of a table in `file`; - for standard input")
	flags.StringVarP(&s.output, "output", "o", "", "write the table to `file` instead of standard output")
	flags.StringVar(&s.typ, "type", "Person", "of two names: Person, or another type for a body")
	return c
}

func threshold() string { return strconv.FormatFloat(alike.Same, 'f', 2, 64) }

// pair judges two names.
func (s *samer) pair(a, b string) error {
	l := alike.Compare(kindOf(s.typ), a, b)
	verdict := "not the same"
	if l.Score >= alike.Same {
		verdict = "the same"
	}
	_, err := fmt.Fprintf(s.stdout, "%.3f  %s: %s\n", l.Score, verdict, l.Reason)
	return err
}

// run judges a table.
func (s *samer) run(c *cobra.Command) error {
	in, name := s.stdin, "standard input"
	if s.table != "-" {
		f, err := os.Open(s.table)
		if err != nil {
			return plain(s.table, err)
		}
		defer f.Close()
		in, name = f, s.table
	}
	return s.emit(c.Context(), s.output, func(w io.Writer) error {
		if err := judge(in, w); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		return nil
	})
}

// judge copies a table of pairs with two more columns.
func judge(r io.Reader, w io.Writer) error {
	in, out := csv.NewReader(r), csv.NewWriter(w)
	head, err := in.Read()
	if errors.Is(err, io.EOF) {
		return errors.New("no header; want columns name1 and name2")
	} else if err != nil {
		return err
	}
	first, second, typ := slices.Index(head, "name1"), slices.Index(head, "name2"), slices.Index(head, "schema")
	if first < 0 || second < 0 {
		return fmt.Errorf("the header %q has no columns name1 and name2", head)
	}
	if err := out.Write(append(head, "score", "same")); err != nil {
		return err
	}
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return err
		}
		kind := alike.Body
		if typ >= 0 {
			kind = kindOf(row[typ])
		}
		l := alike.Compare(kind, row[first], row[second])
		if err := out.Write(append(row, strconv.FormatFloat(l.Score, 'f', 3, 64), strconv.FormatBool(l.Score >= alike.Same))); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// kindOf returns how names of an entity type are compared.
func kindOf(typ string) alike.Kind {
	if typ == "Person" {
		return alike.Person
	}
	return alike.Body
}
