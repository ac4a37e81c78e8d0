package main

import (
	"fmt"
	"strings"
	"time"

	"kg/internal/source"
	"kg/internal/store"
)

// A summary is what kg build tells at its end.
type summary struct {
	file                    string
	read, known, byFileTime int
	again                   int     // read once more, because another version of kg had read them
	errs                    []error // of documents left out
	documents, nodes, edges int     // in the graph file
	began                   time.Time
}

// add counts what was loaded, what of it was to be read, what of that was read,
// and what was read once more.
func (s *summary) add(docs []*source.Document, plan store.Plan, added, again []store.Entry) {
	s.read, s.known, s.again = len(added), len(docs)-len(plan.Read), len(again)
	for i := range added {
		if strings.HasSuffix(added[i].Document.Dated, "file time") {
			s.byFileTime++
		}
	}
}

func (s *summary) report(a *app) error {
	for _, err := range s.errs {
		fmt.Fprintf(a.stderr, "kg: %v\n", err)
	}
	if s.read+s.known == 0 {
		fmt.Fprintf(a.stderr, "kg: no document could be read; %s is as it was\n", s.file)
		return errReported
	}
	if s.byFileTime > 0 {
		fmt.Fprintf(a.stderr, "kg: no date in %s; took the file's time instead, --date sets it\n", counted(s.byFileTime, "document", "documents"))
	}
	fmt.Fprintf(a.stderr, "kg: read %s", counted(s.read, "document", "documents"))
	if s.again > 0 {
		fmt.Fprintf(a.stderr, ", read %s of the file again, which another version of kg had read", counted(s.again, "document", "documents"))
	}
	if s.known > 0 {
		fmt.Fprintf(a.stderr, ", %d known already", s.known)
	}
	if len(s.errs) > 0 {
		fmt.Fprintf(a.stderr, ", %d left out", len(s.errs))
	}
	fmt.Fprintf(a.stderr, "; %s holds %s, %s, %s; %.1f s\n", s.file, counted(s.documents, "document", "documents"),
		counted(s.nodes, "node", "nodes"), counted(s.edges, "edge", "edges"), time.Since(s.began).Seconds())
	if len(s.errs) > 0 {
		return errReported
	}
	return nil
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
