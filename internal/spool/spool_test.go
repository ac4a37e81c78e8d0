package spool_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"kg/internal/spool"
)

// TestGet: what was put comes out, in memory, in the file, and where a piece
// lies partly in both; nothing is left on the disk.
func TestGet(t *testing.T) {
	dir := t.TempDir()
	for _, path := range []string{"", filepath.Join(dir, "g.work")} {
		s := spool.New(path)
		random := rand.New(rand.NewPCG(1, 2))
		var places []spool.Place
		var want [][]byte
		for range 300 {
			b := bytes.Repeat([]byte{byte(random.IntN(256)), byte(random.IntN(256))}, random.IntN(2000))
			places, want = append(places, s.Put(b)), append(want, b)
		}
		var buf []byte
		for i := range places {
			var err error
			if buf, err = s.Get(places[i], buf); err != nil || !bytes.Equal(buf, want[i]) {
				t.Fatalf("%q: piece %d: %v", path, i, err)
			}
			half := len(want[i]) / 2
			if part, err := s.String(places[i].Part(half, len(want[i]))); err != nil || part != string(want[i][half:]) {
				t.Fatalf("%q: half of piece %d: %v", path, i, err)
			}
		}
		if _, err := s.Get(places[len(places)-1].Part(0, 1<<20), nil); err == nil {
			t.Error("read beyond the end")
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left: %v, %v", left, err)
	}
}

func TestGetTellsWhatWritingMet(t *testing.T) {
	s := spool.New(filepath.Join(t.TempDir(), "none", "g.work"))
	p := s.Put(make([]byte, 1<<20))
	if _, err := s.Get(p, nil); err == nil {
		t.Error("no error of a folder that is not there")
	}
	if s.Close() == nil {
		t.Error("Close tells of no error")
	}
}

func FuzzCode(f *testing.F) {
	f.Add(-7, 0.5, true, "a", "")
	f.Fuzz(func(t *testing.T, n int, x float64, b bool, s, r string) {
		var c spool.Code
		c.Int(n)
		c.Float(x)
		c.Bool(b)
		c.Strings([]string{s, r, s})
		c.Strings(nil)
		c.String(r)
		c.String(s)
		var d spool.Decoder
		d.Reset(c)
		if d.Int() != n || d.Float() != x && x == x || d.Bool() != b || !slices.Equal(d.Strings(), []string{s, r, s}) || d.Strings() != nil || d.Text() != r {
			t.Error("another value")
		}
		if d.Skip(); d.More() || d.Err() != nil {
			t.Error("more to read, or an error: ", d.Err())
		}
		d.Reset(c[:len(c)-1]) // any prefix is read without a panic
		for range 9 {
			d.Int()
			d.Strings()
		}
	})
}
