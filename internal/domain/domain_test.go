package domain_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kg/internal/domain"
)

const types = "types:\n- {name: Ship, prefix: sh, description: a vessel, nouns: [ship, vessel]}\n"

func TestLoad(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ships.yaml")
	if err := os.WriteFile(file, []byte(types), 0o644); err != nil {
		t.Fatal(err)
	}
	d, err := domain.Load([]string{file}, nil)
	if err != nil || d.Empty() || !(domain.Domain{}).Empty() {
		t.Fatal(d, err)
	}
	s, err := d.Schema()
	if err != nil {
		t.Fatal(err)
	}
	if ship, ok := s.Type("Ship"); !ok || len(ship.Nouns) != 2 || ship.Shape == "" {
		t.Errorf("got %+v", ship)
	}
	if _, ok := s.Type("Person"); !ok {
		t.Error("the embedded types are gone")
	}
}

func TestLoadNamesEveryFile(t *testing.T) {
	dir := t.TempDir()
	_, err := domain.Load([]string{filepath.Join(dir, "a.yaml")}, []string{filepath.Join(dir, "b.yaml"), dir})
	for _, want := range []string{"a.yaml: no such file", "b.yaml: no such file", dir + ": is a directory"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}
