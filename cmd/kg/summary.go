package main

import (
	"fmt"
	"strings"
	"time"

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

// count counts what became of a document.
func (s *summary) count(x *result) {
	switch {
	case x.err != nil || x.entry == nil:
	case x.do == store.Again:
		s.again++
	case x.do == store.Read:
		s.read++
		if strings.HasSuffix(x.entry.Document.Dated, "file time") {
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
