package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kg/internal/domain"
	"kg/internal/fact"
	"kg/internal/pipeline"
	"kg/internal/source"
	"kg/internal/store"
	"kg/schema"
)

// TestReadAgain: what another version of kg read is read again, also when
// nothing else is added, and gives what reading it afresh gives.
func TestReadAgain(t *testing.T) {
	files, err := filepath.Glob("../../examples/talks/*.txt")
	if err != nil || len(files) < 3 {
		t.Fatal("no examples: ", err)
	}
	file := filepath.Join(t.TempDir(), "g.kg")
	kg(t, append([]string{"build", "-g", file}, files...)...)
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	makeOld(t, file)
	var stderr bytes.Buffer
	if status := run(t.Context(), []string{"build", "-g", file, files[0]}, nil, &stderr, &stderr); status != exitOK {
		t.Fatalf("status %d: %s", status, &stderr)
	}
	if told := "read 0 documents, read 2 documents of the file again, which another version of kg had read, 1 known already;"; !strings.Contains(stderr.String(), told) {
		t.Errorf("kg told %q, want %q", &stderr, told)
	}
	if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
		t.Errorf("the file differs from a fresh one (%v)", err)
	}
}

// makeOld makes two documents of the file look as if another version had read
// them, and found nothing.
func makeOld(t *testing.T, file string) {
	t.Helper()
	st, err := store.OpenToSave(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	entries, err := st.Entries(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i := range entries[:2] {
		entries[i].Reader = "another"
		entries[i].Reading = &fact.Reading{Doc: entries[i].Document.Name}
	}
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	var docs []*source.Document
	var readings []*fact.Reading
	for i := range entries {
		docs, readings = append(docs, &entries[i].Document), append(readings, entries[i].Reading)
	}
	g, err := pipeline.Graph(sch, docs, readings)
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Save(t.Context(), entries, domain.Domain{}, g); err != nil {
		t.Fatal(err)
	}
}
