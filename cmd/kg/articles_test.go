package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// kg runs the program and returns what it prints.
func kg(t *testing.T, args ...string) []byte {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if status := run(t.Context(), args, strings.NewReader(""), &stdout, &stderr); status != exitOK {
		t.Fatalf("kg %s: status %d: %s", strings.Join(args, " "), status, &stderr)
	}
	return stdout.Bytes()
}

// articles are real ones where they lie beside the repository, or else the
// examples.
func articles(t *testing.T) []string {
	t.Helper()
	for _, folder := range []string{"../../../shared/articles", "../../examples/talks"} {
		if files, _ := filepath.Glob(filepath.Join(folder, "*.txt")); len(files) > 0 {
			return files
		}
	}
	t.Fatal("no articles found")
	return nil
}

// TestOrderOfArticles: the same articles in another order, and added one by
// one, give the same bytes in every format.
func TestOrderOfArticles(t *testing.T) {
	files := articles(t)
	dir := t.TempDir()
	once, turned := filepath.Join(dir, "once.kg"), filepath.Join(dir, "turned.kg")
	kg(t, append([]string{"build", "-g", once, "--date", "2025-12-01"}, files...)...)
	slices.Reverse(files)
	for _, f := range files {
		kg(t, "build", "-g", turned, "--date", "2025-12-01", f)
	}
	for _, format := range []string{"graphml", "json", "dot"} {
		if !bytes.Equal(kg(t, "export", "-g", once, "-f", format), kg(t, "export", "-g", turned, "-f", format)) {
			t.Errorf("%s differs with the order of the documents", format)
		}
	}
}

// TestSameBytes: the graph file is the same to the byte however many documents
// are read at a time, added one by one, and with others taken out again.
func TestSameBytes(t *testing.T) {
	files := articles(t)
	dir := t.TempDir()
	build := func(name, jobs string, files ...string) string {
		file := filepath.Join(dir, name)
		kg(t, append([]string{"build", "-g", file, "--date", "2025-12-01", "-j", jobs}, files...)...)
		return file
	}
	want, err := os.ReadFile(build("want.kg", "1", files[1:]...))
	if err != nil {
		t.Fatal(err)
	}
	removed := build("removed.kg", "4", files...)
	kg(t, "remove", "-g", removed, filepath.Base(files[0]))
	byOne := ""
	for _, f := range slices.Backward(files[1:]) {
		byOne = build("byone.kg", "3", f)
	}
	for _, file := range []string{build("many.kg", "5", files[1:]...), removed, byOne} {
		if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is another file (%v)", filepath.Base(file), err)
		}
	}
}

// TestEvidenceIsInTheFile: the offsets of every piece of evidence point to its
// very bytes in the file that it names.
func TestEvidenceIsInTheFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "g.kg")
	kg(t, append([]string{"build", "-g", file, "--date", "2025-12-01"}, articles(t)...)...)
	var doc struct {
		Graph struct {
			Edges []struct {
				ID       string
				Metadata struct {
					Evidence []struct {
						Doc, Text  string
						Start, End int
					}
				}
			}
		}
	}
	if err := json.Unmarshal(kg(t, "export", "-g", file, "-f", "json"), &doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Graph.Edges) < 20 {
		t.Fatalf("only %d edges", len(doc.Graph.Edges))
	}
	for _, e := range doc.Graph.Edges {
		if len(e.Metadata.Evidence) == 0 {
			t.Errorf("%s has no evidence", e.ID)
		}
		for _, ev := range e.Metadata.Evidence {
			data, err := os.ReadFile(filepath.FromSlash(ev.Doc))
			if err != nil {
				t.Fatal(err)
			}
			if ev.End > len(data) || string(data[ev.Start:ev.End]) != ev.Text {
				t.Errorf("%s: %s[%d:%d] is not %q", e.ID, ev.Doc, ev.Start, ev.End, ev.Text)
			}
		}
	}
}

func BenchmarkBuild(b *testing.B) {
	files, err := filepath.Glob("../../examples/talks/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatal("no examples: ", err)
	}
	size := int64(0)
	for _, f := range files {
		info, err := os.Stat(f)
		if err != nil {
			b.Fatal(err)
		}
		size += info.Size()
	}
	b.SetBytes(size)
	b.ReportAllocs()
	dir, n := b.TempDir(), 0
	for b.Loop() {
		n++
		file := filepath.Join(dir, strconv.Itoa(n)+".kg")
		if run(b.Context(), append([]string{"build", "-g", file}, files...), nil, io.Discard, io.Discard) != exitOK {
			b.Fatal("kg build failed")
		}
	}
}
