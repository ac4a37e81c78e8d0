package source

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestCheck(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"text", "Ada met Bo.", ""},
		{"text with a BOM", "\ufeffAda met Bo.", ""},
		{"nothing", "", "empty"},
		{"blanks", " \n\ufeff\t\n---\n", "empty"},
		{"NUL", "Ada\x00met", "NUL byte at offset 3"},
		{"Latin-1", "caf\xe9 in Doha", "byte 0xe9 at offset 3"},
		{"ends in Latin-1", "Doha caf\xe9", "not UTF-8: byte 0xe9 at offset 8"},
		{"cut short", "Ada \xe2\x80", "cut off within a character: byte 0xe2 at offset 4"},
		{"cut after one byte", "Núñ\xc3", "cut off within a character: byte 0xc3 at offset 5"},
		{"UTF-16", "\xff\xfeA\x00d\x00", "iconv -f UTF-16"},
		{"PDF", "%PDF-1.7\n", "pdftotext"},
		{"HTML", "\n<!DOCTYPE html><p>Ada", "HTML"},
	}
	for _, tt := range tests {
		err := Check([]byte(tt.data))
		if (err == nil) != (tt.want == "") || err != nil && !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
	}
}

// write makes the file and the folders above it.
func write(t *testing.T, path, data string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestList(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, p := range []string{"in/b.txt", "in/a.md", "in/sub/c.TXT", "in/.hidden.txt", "in/.git/d.txt", "in/e.json", "bare/x.json", "f.dat"} {
		write(t, p, "Ada met Bo.")
	}
	if err := os.Symlink("..", "in/sub/loop"); err != nil {
		t.Fatal(err)
	}
	got, errs := List([]string{"f.dat", "./in/", "in/b.txt", "-", "none", "bare"})
	want := []string{"-", "f.dat", "in/a.md", "in/b.txt", "in/sub/c.TXT"}
	if !slices.Equal(got, want) {
		t.Errorf("names %q, want %q", got, want)
	}
	if len(errs) != 2 || !strings.HasPrefix(errs[0].Error(), "none: no such") || !strings.HasPrefix(errs[1].Error(), "bare: no documents") {
		t.Errorf("errors %v", errs)
	}
}

func TestRead(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "a.txt", "Ada met Bo in Doha on Sunday.")
	write(t, "bad.txt", "")
	day := time.Date(2024, 2, 29, 12, 0, 0, 0, time.UTC)
	if err := os.Chtimes("a.txt", day, day); err != nil {
		t.Fatal(err)
	}
	d, err := Reader{}.Read("a.txt")
	if err != nil || d.Date != "2024-02-29" || d.Dated != "file time" || d.Name != "a.txt" {
		t.Errorf("a.txt: %+v, %v", d, err)
	}
	if d, err = (Reader{Date: "2025-01-01"}).Read("a.txt"); err != nil || d.Dated != "flag" {
		t.Errorf("a.txt: %+v, %v", d, err)
	}
	if d, err = (Reader{Stdin: strings.NewReader("Ada met Bo.")}).Read(Stdin); err != nil || d.Date != "" {
		t.Errorf("standard input: %+v, %v", d, err)
	}
	for name, r := range map[string]Reader{"bad.txt": {}, "none.txt": {}, "a.txt": {MaxBytes: 10}, Stdin: {}, ".": {}} {
		if _, err := r.Read(name); err == nil || !strings.HasPrefix(err.Error(), name+": ") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// TestStdinIsNamedByText: documents from standard input differ in name as they
// differ in text, and no name tells a date.
func TestStdinIsNamedByText(t *testing.T) {
	names := map[string]bool{}
	for _, text := range []string{"Norway met Portugal.", "Portugal met Norway.", "Norway met Portugal."} {
		doc, err := Reader{Stdin: strings.NewReader(text)}.Read(Stdin)
		if err != nil || !regexp.MustCompile(`^stdin-[0-9a-f]{8}$`).MatchString(doc.Name) {
			t.Fatalf("%+v, %v", doc, err)
		}
		names[doc.Name] = true
	}
	if len(names) != 2 {
		t.Errorf("names %v, want two", names)
	}
	if again := Again(&Document{Name: "stdin-20240301", Text: "Norway met Portugal."}); again.Date != "" {
		t.Errorf("the date %s is from the name", again.Date)
	}
}

// TestAgain: a document kept without its layout gets the same one again, and
// keeps a date that its text does not tell.
func TestAgain(t *testing.T) {
	for _, text := range []string{"Talks end\n\nMarch 3, 2025\n\nNorway met Portugal.", "OSLO, March 3 (Wire) - Norway met Portugal.", "Norway met Portugal."} {
		doc, err := Parse("a.txt", []byte(text), "2025-12-01")
		if err != nil {
			t.Fatal(err)
		}
		kept := *doc
		kept.Blocks = nil
		if again := Again(&kept); !reflect.DeepEqual(again, doc) {
			t.Errorf("%+v, want %+v", again, doc)
		}
	}
}

// TestOlderTitle reads a text without a date whose headline is of an earlier
// year than its file: the file's time says nothing then.
func TestOlderTitle(t *testing.T) {
	for src, want := range map[string]string{
		"Harbour Summit 2016\n\nTwo envoys met on 3 March in Doha.\n": "",
		"Harbour Summit 2024\n\nTwo envoys met on 3 March in Doha.\n": "2024-02-29",
		"Harbour Summit\n\nTwo envoys met on 3 March in Doha.\n":      "2024-02-29",
	} {
		title, _, _ := strings.Cut(src, "\n")
		f := found{title: title, text: src}
		if got, _ := f.decide("a.txt", hints{modified: "2024-02-29"}); got != want {
			t.Errorf("%q: %q, want %q", src, got, want)
		}
	}
}
