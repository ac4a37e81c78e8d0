package pipeline

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

// TestVersionCoversModels: each model file takes part in the version.
func TestVersionCoversModels(t *testing.T) {
	if v := Version(); !regexp.MustCompile(`^[0-9a-f]{16}$`).MatchString(v) || v != Version() {
		t.Errorf("version %q", v)
	}
	have := map[string]bool{}
	for _, m := range models() {
		have[m] = true
	}
	files, err := os.ReadDir("../../model")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if filepath.Ext(f.Name()) == ".go" {
			continue
		}
		data, err := os.ReadFile(filepath.Join("../../model", f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if !have[string(data)] {
			t.Errorf("model/%s is not part of the version", f.Name())
		}
	}
}

func TestSumTellsFilesApart(t *testing.T) {
	line := func(name, text string) string {
		var b strings.Builder
		sumAll(&b, fstest.MapFS{name: {Data: []byte(text)}})
		return b.String()
	}
	seen := map[string]bool{}
	for _, l := range []string{line("a", "one"), line("b", "one"), line("a", "onf"), line("a", "on"), line("a", "")} {
		if l == "" || seen[l] {
			t.Errorf("%q is empty or stands for two files", l)
		}
		seen[l] = true
	}
}

func BenchmarkVersion(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		computeVersion()
	}
}
