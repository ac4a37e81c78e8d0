package store

import (
	"database/sql"
	"strings"
	"testing"
)

// TestNumberedWithGaps: what is called by a number is found although another
// program took rows out before it.
func TestNumberedWithGaps(t *testing.T) {
	table := numbered{[]int64{0, 1, 4, 9}, [][2]string{{"a"}, {"b"}, {"c"}, {"d"}}}
	for number, want := range map[int64]string{-1: "", 0: "a", 1: "b", 2: "", 3: "", 4: "c", 9: "d", 10: ""} {
		if got, ok := table.of(number); got[0] != want || ok != (want != "") {
			t.Errorf("%d: got %q, %v", number, got[0], ok)
		}
	}
}

// TestStreamOfAFileWithoutANode: edges whose end was taken out of the file are an
// error that names it.
func TestStreamOfAFileWithoutANode(t *testing.T) {
	s := streamOf(t, pairs(t))
	db, err := sql.Open("sqlite", s.store.path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("DELETE FROM nodes WHERE id = 'p-b'"); err != nil {
		t.Fatal(err)
	}
	var got error
	for _, err := range s.EdgeSeq() {
		got = err
	}
	if got == nil || !strings.Contains(got.Error(), "is of a node that is not there") || !strings.HasPrefix(got.Error(), s.store.path) {
		t.Errorf("got %v", got)
	}
}
