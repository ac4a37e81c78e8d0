package store_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"kg/graph"
	"kg/internal/domain"
	"kg/internal/fact"
	"kg/internal/source"
	"kg/internal/store"
	"kg/internal/text"
	"kg/schema"
)

const sentence = "Ada Novak “met” Bo Lind."

func entry(name string) store.Entry {
	body := sentence + " " + name
	return store.Entry{
		Document: source.Document{Name: name, Text: body, Date: "2025-12-01", Dated: "dateline"},
		Reader:   "0123456789abcdef",
		Reading: &fact.Reading{
			Doc: name, Date: "2025-12-01",
			Entities: []fact.Entity{
				{Type: "Person", Name: "Ada Novak", Aliases: []string{"Ada Novak", "Novak"}, Key: "k", Side: "s"},
				{Type: "Person", Name: "Bo Lind", Aliases: []string{}, Date: "2025", Text: "t"},
			},
			Mentions: []fact.Mention{{Entity: 0, Span: text.Span{Start: 0, End: 9}}, {Entity: 1, Span: text.Span{Start: 17, End: 24}, Pronoun: true}},
			Facts: []fact.Fact{{Relation: "met", Subject: 0, Object: 1, Modality: schema.Planned, Date: "2025-12", Role: "r", Claimed: -1, Score: 0.25,
				Evidence: fact.Evidence{Span: text.Span{Start: 0, End: len(sentence)}, Trigger: text.Span{Start: 10, End: 16}, Cue: text.Span{Start: 1, End: 2}, Rule: "met",
					Subject: text.Span{Start: 0, End: 9}, Object: text.Span{Start: 17, End: 24},
					Dating: fact.Dating{Span: text.Span{Start: 3, End: 4}, Rule: "weekday", Base: "2025-12-01"}}}},
		},
	}
}

func talks(t *testing.T) *graph.Graph {
	t.Helper()
	evidence := []graph.Evidence{
		{Doc: "a.txt", End: len(sentence), Text: sentence, Date: "2025-12-01", Rule: "met"},
		{Doc: "b.txt", End: len(sentence), Text: sentence, Rule: "met"},
	}
	g, err := graph.New(
		[]graph.Node{{ID: "p-ada", Type: "Person", Label: "Ada", Aliases: []string{"A", "Novak"}}, {ID: "p-bo", Type: "Person", Label: "Bo"},
			{ID: "m-talks", Type: "Meeting", Label: "talks", Date: "2025-11-30"}, {ID: "s-x", Type: "Statement", Label: "x", Text: "x\ny"}},
		[]graph.Edge{{From: "p-ada", To: "p-bo", Relation: "met", Modality: schema.Denied, Date: "2025", Role: "guest", Claimed: "p-bo", Confidence: 0.3, Rule: "met", Evidence: evidence},
			{From: "p-bo", To: "m-talks", Relation: "participated_in", Modality: schema.Asserted, Confidence: 1, Rule: "p", Evidence: evidence[:1]}})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func toSave(t testing.TB, path string) *store.Store {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	s, err := store.OpenToSave(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func check(t *testing.T, s *store.Store, entries []store.Entry, g *graph.Graph) {
	t.Helper()
	got, err := s.Entries(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, entries) {
		t.Errorf("entries:\n%+v\nwant\n%+v", got, entries)
	}
	h, err := s.Graph(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(h.Nodes(), g.Nodes()) || !reflect.DeepEqual(h.Edges(), g.Edges()) {
		t.Errorf("graph:\n%+v\n%+v\nwant\n%+v\n%+v", h.Nodes(), h.Edges(), g.Nodes(), g.Edges())
	}
}

func TestRoundTrip(t *testing.T) {
	for _, name := range []string{"graph.kg", "with space & 100%?#ü.kg"} {
		path := filepath.Join(t.TempDir(), name)
		s := toSave(t, path)
		none, err := graph.New(nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		check(t, s, nil, none)
		entries, g := []store.Entry{entry("a.txt"), entry("b.txt")}, talks(t)
		for range 2 { // the second time over an existing file
			if err := s.Save(t.Context(), entries, domain.Domain{}, g); err != nil {
				t.Fatal(err)
			}
			check(t, s, entries, g)
		}
		r, err := store.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		check(t, r, entries, g)
		if err := r.Save(t.Context(), nil, domain.Domain{}, none); err == nil {
			t.Error("saved what was opened to be read")
		}
	}
}

// TestDomainIsKept: a graph of a user's own types and relations needs no more
// than its file.
func TestDomainIsKept(t *testing.T) {
	d := domain.Domain{
		Schemas: []schema.Source{{Name: "s.yaml", Text: "types:\n- {name: Ship, prefix: sh, description: a vessel}\n"}, {Name: "t.yaml", Text: "types: []\n"}},
		Rules:   []schema.Source{{Name: "r.yaml", Text: "light: [hold]\n"}},
	}
	sch, err := d.Schema()
	if err != nil {
		t.Fatal(err)
	}
	g, err := graph.NewWith(sch, []graph.Node{{ID: "sh-a", Type: "Ship", Label: "Aurora"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	s := toSave(t, filepath.Join(t.TempDir(), "graph.kg"))
	if err := s.Save(t.Context(), nil, d, g); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Domain(t.Context()); err != nil || !reflect.DeepEqual(got, d) {
		t.Errorf("got %+v, %v", got, err)
	}
	check(t, s, nil, g)
}

func TestSameContentSameBytes(t *testing.T) {
	entries := []store.Entry{entry("a.txt"), entry("b.txt"), entry("c.txt")}
	var files [2][]byte
	for i := range files {
		path := filepath.Join(t.TempDir(), "graph.kg")
		if err := toSave(t, path).Save(t.Context(), entries, domain.Domain{}, talks(t)); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files[i] = b
		rand.New(rand.NewPCG(1, 2)).Shuffle(3, func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("the files differ")
	}
}

func TestNothingIsLeftBeside(t *testing.T) {
	dir := t.TempDir()
	s := toSave(t, filepath.Join(dir, "graph.kg"))
	if err := s.Save(t.Context(), nil, domain.Domain{}, talks(t)); err != nil {
		t.Fatal(err)
	}
	canceled, cancel := context.WithCancel(t.Context())
	cancel()
	before, _ := os.ReadFile(filepath.Join(dir, "graph.kg"))
	if err := s.Save(canceled, []store.Entry{entry("a.txt")}, domain.Domain{}, talks(t)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	after, _ := os.ReadFile(filepath.Join(dir, "graph.kg"))
	if !bytes.Equal(before, after) {
		t.Error("a failed save changed the file")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 1 {
		t.Errorf("left: %v, %v", left, err)
	}
}

func TestOneWriterAtATime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.kg")
	first := toSave(t, path)
	ctx, cancel := context.WithTimeout(t.Context(), 60*time.Millisecond)
	defer cancel()
	_, err := store.OpenToSave(ctx, path)
	if err == nil || !strings.Contains(err.Error(), path+": another kg is writing it") || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	toSave(t, path)
}

func TestReadersKeepWhatTheyOpened(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.kg")
	s := toSave(t, path)
	if err := s.Save(t.Context(), []store.Entry{entry("a.txt")}, domain.Domain{}, talks(t)); err != nil {
		t.Fatal(err)
	}
	r, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if _, err := r.Entries(t.Context()); err != nil {
		t.Fatal(err)
	}
	none, _ := graph.New(nil, nil)
	if err := s.Save(t.Context(), nil, domain.Domain{}, none); err != nil {
		t.Fatal(err)
	}
	check(t, r, []store.Entry{entry("a.txt")}, talks(t))
}

func TestOpenSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	good := filepath.Join(dir, "good.kg")
	if err := toSave(t, good).Save(t.Context(), nil, domain.Domain{}, talks(t)); err != nil {
		t.Fatal(err)
	}
	bytes, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	newer := strings.Clone(string(bytes[:60])) + "\x00\x00\x00\x09" + string(bytes[64:])
	foreign := string(bytes[:68]) + "\x00\x00\x00\x00" + string(bytes[72:])
	for _, c := range []struct{ path, want string }{
		{file("text.kg", "an article"), "text.kg: not a graph file"},
		{file("empty.kg", ""), "empty.kg: not a graph file"},
		{file("foreign.kg", foreign), "foreign.kg: not a graph file"},
		{file("newer.kg", newer), "newer.kg: a graph file of layout 9; this version of kg reads layout 5: build it again into a new file"},
		{dir, "a folder, not a graph file"},
		{filepath.Join(dir, "none.kg"), "none.kg: no such file or directory"},
	} {
		_, err := store.Open(c.path)
		if err == nil || !strings.HasSuffix(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("got %v, want %s", err, c.want)
		}
		if strings.HasSuffix(c.path, "none.kg") != errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: ErrNotExist: %v", c.path, err)
		}
	}
	if _, err := store.OpenToSave(t.Context(), filepath.Join(dir, "text.kg")); err == nil {
		t.Error("would overwrite an article")
	}
}

func TestDamagedFileIsAnError(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.kg")
	if err := toSave(t, path).Save(t.Context(), []store.Entry{entry("a.txt")}, domain.Domain{}, talks(t)); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096; i < len(b); i++ {
		b[i] = 0x55
	}
	if err := os.WriteFile(path, b, 0o644); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Graph(t.Context()); err == nil || !strings.HasPrefix(err.Error(), path+": ") {
		t.Errorf("Graph: %v", err)
	}
	if _, err := s.Entries(t.Context()); err == nil || !strings.HasPrefix(err.Error(), path+": ") {
		t.Errorf("Entries: %v", err)
	}
}

func TestViews(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.kg")
	if err := toSave(t, path).Save(t.Context(), nil, domain.Domain{}, talks(t)); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var subject, relation, object, modality, claimed, document string
	err = db.QueryRow("SELECT subject, relation, object, modality, claimed_by, document FROM facts_readable").
		Scan(&subject, &relation, &object, &modality, &claimed, &document)
	if err != nil || subject+relation+object+modality+claimed+document != "AdametBodeniedBoa.txt" {
		t.Error(err, subject, relation, object, modality, claimed, document)
	}
	var label, aliases string
	var facts int
	err = db.QueryRow("SELECT label, aliases, facts FROM nodes_readable WHERE type = 'Person' LIMIT 1").Scan(&label, &aliases, &facts)
	if err != nil || label != "Bo" || aliases != "" || facts != 2 {
		t.Error(err, label, aliases, facts)
	}
}

func TestPlan(t *testing.T) {
	doc := func(name, body, date, dated string) store.Record {
		return store.Record{Name: name, Hash: store.Hash(body), Date: date, Dated: dated}
	}
	old := []store.Record{doc("b", "one", "2025-12-01", "file time"), doc("d", "two", "2025-12-01", "dateline"), doc("e", "old", "2025-12-01", "flag")}
	for i, reader := range []string{"now", "now", "before"} {
		old[i].ID, old[i].Reader = i+1, reader
	}
	for _, c := range []struct {
		name string
		docs []store.Record
		want string // by name: stay, read or again, and what stays if it cannot be read
	}{
		{"nothing", nil, "b stay, d stay, e again or 3"},
		{"the same", []store.Record{doc("b", "one", "2025-12-01", "file time")}, "b stay, d stay, e again or 3"},
		{"the same, touched", []store.Record{doc("b", "one", "2026-01-01", "file time")}, "b stay, d stay, e again or 3"},
		{"the same, now with a date", []store.Record{doc("b", "one", "2025-11-30", "flag")}, "b read or 1, d stay, e again or 3"},
		{"the same, read before", []store.Record{doc("e", "old", "", "")}, "b stay, d stay, e again or 3"},
		{"changed", []store.Record{doc("d", "three", "", "")}, "b stay, d read or 2, e again or 3"},
		{"changed, read before", []store.Record{doc("e", "three", "", "")}, "b stay, d stay, e read or 3"},
		{"another", []store.Record{doc("c", "three", "", "")}, "b stay, c read, d stay, e again or 3"},
		{"a copy named later", []store.Record{doc("c", "one", "", "")}, "b stay, d stay, e again or 3"},
		{"a copy named earlier", []store.Record{doc("a", "one", "", "")}, "a read, d stay, e again or 3"},
		{"changed to a copy", []store.Record{doc("d", "one", "", "")}, "b stay, e again or 3"},
		{"changed, and what it was comes by another name", []store.Record{doc("d", "three", "", ""), doc("f", "two", "", "")}, "b stay, d read, e again or 3, f read"},
		{"twice", []store.Record{doc("c", "three", "", ""), doc("c", "three", "", "")}, "b stay, c read, d stay, e again or 3"},
	} {
		var got []string
		for _, s := range store.NewPlan(old, c.docs, "now") {
			step := s.Name + " " + map[store.Action]string{store.Stay: "stay", store.Read: "read", store.Again: "again"}[s.Do]
			if s.Before > 0 {
				step += fmt.Sprint(" or ", s.Before)
			}
			got = append(got, step)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %s; want %s", c.name, strings.Join(got, ", "), c.want)
		}
	}
}
