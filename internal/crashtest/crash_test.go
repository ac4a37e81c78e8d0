package crashtest

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"kg/internal/store"
)

var program string // kg, built for these tests

func TestMain(m *testing.M) {
	os.Exit(func() int {
		dir, err := os.MkdirTemp("", "crashtest")
		if err != nil {
			panic(err)
		}
		defer os.RemoveAll(dir)
		program = filepath.Join(dir, "kg.exe") // so that every system runs it
		if out, err := exec.Command("go", "build", "-o", program, "kg/cmd/kg").CombinedOutput(); err != nil {
			panic(fmt.Sprint(err, ": ", string(out)))
		}
		return m.Run()
	}())
}

// A scene is two short articles and the graph files of the first and of both.
type scene struct {
	first, more string // articles
	old, new    []byte // graph files
}

func newScene(t *testing.T) *scene {
	t.Helper()
	dir := t.TempDir()
	s := &scene{first: filepath.Join(dir, "a.txt"), more: filepath.Join(dir, "b.txt")}
	for file, text := range map[string]string{
		s.first: "Ana Gil met Karl Lund in Lima on 12 March 2025.\n",
		s.more:  "March 14, 2025\n\nKarl Lund, the foreign minister of Norway, will travel to Peru. Ana Gil praised Lund.\n",
	} {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(dir, "g.kg")
	for _, build := range []struct {
		article string
		bytes   *[]byte
	}{{s.first, &s.old}, {s.more, &s.new}} {
		if c, said := s.build(file, build.article); c.Run() != nil {
			t.Fatal(said)
		}
		*build.bytes = read(t, file)
		if g := graphOf(t, file); g == 0 {
			t.Fatal("an empty graph")
		}
	}
	return s
}

// build returns the command that adds articles to a file.
func (s *scene) build(file string, articles ...string) (*exec.Cmd, *bytes.Buffer) {
	c := exec.Command(program, append([]string{"build", "--date", "2025-03-14", "-g", file}, articles...)...)
	stderr := &bytes.Buffer{}
	c.Stderr = stderr
	return c, stderr
}

// begin puts the old file into a folder of its own.
func (s *scene) begin(t *testing.T) (file string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "g.kg")
	if err := os.WriteFile(file, s.old, 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// graphOf returns how many edges the graph of a file has.
func graphOf(t *testing.T, file string) int {
	t.Helper()
	st, err := store.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	g, err := st.Graph(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return len(g.Edges())
}

// only checks that a folder holds one file.
func only(t *testing.T, file string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(file))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != filepath.Base(file) {
			t.Errorf("%s is left", e.Name())
		}
	}
}

// TestKilled: kg build is killed at a hundred moments, from its first step to
// its last; the file is the old one or the new one to the byte, and the next
// build finds nothing in its way.
func TestKilled(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a killed process is another thing there")
	}
	if testing.Short() {
		t.Skip("some seconds")
	}
	s := newScene(t)
	began := time.Now()
	c, stderr := s.build(s.begin(t), s.more)
	if err := c.Run(); err != nil {
		t.Fatal(err, stderr)
	}
	whole := time.Since(began)
	random := rand.New(rand.NewPCG(1, 2))
	moments := make(chan time.Duration, 100)
	for range cap(moments) {
		moments <- whole/4 + time.Duration(random.Int64N(int64(whole*3/2))) // several at once take longer
	}
	close(moments)
	var mu sync.Mutex
	var wg sync.WaitGroup
	replaced := 0
	for range runtime.GOMAXPROCS(0) {
		file := s.begin(t)
		wg.Go(func() {
			for m := range moments {
				fresh, err := s.kill(file, m)
				mu.Lock()
				if replaced += fresh; err != nil {
					t.Errorf("killed after %v: %v", m, err)
				}
				mu.Unlock()
			}
			if fresh, err := s.kill(file, time.Hour); err != nil || fresh != 1 {
				t.Errorf("the build after all: %v", err)
			}
			only(t, file)
		})
	}
	wg.Wait()
	t.Logf("a build takes %v; of 100 killed %d had replaced the file", whole, replaced)
}

// kill builds into a file and kills the build after some time. It returns 1 if
// the file is the new one, 0 if it is the old one, and puts the old one back.
func (s *scene) kill(file string, after time.Duration) (fresh int, err error) {
	c, _ := s.build(file, s.more)
	if err := c.Start(); err != nil {
		return 0, err
	}
	killer := time.AfterFunc(after, func() { _ = c.Process.Kill() }) // it may have ended
	_ = c.Wait()                                                     // killed or not, the file tells
	killer.Stop()
	b, err := os.ReadFile(file)
	switch {
	case err != nil:
		return 0, err
	case bytes.Equal(b, s.new):
		return 1, os.WriteFile(file, s.old, 0o644)
	case !bytes.Equal(b, s.old):
		return 0, fmt.Errorf("%d bytes that are neither the old file nor the new one", len(b))
	}
	return 0, nil
}

// TestTwoAtOnce: of two builds into one file the second waits for the first,
// and what both read is there.
func TestTwoAtOnce(t *testing.T) {
	s := newScene(t)
	for range 3 {
		file := filepath.Join(t.TempDir(), "g.kg")
		one, said1 := s.build(file, s.first)
		two, said2 := s.build(file, s.more)
		for _, c := range []*exec.Cmd{one, two} {
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
		}
		if err1, err2 := one.Wait(), two.Wait(); err1 != nil || err2 != nil {
			t.Fatalf("%v: %s; %v: %s", err1, said1, err2, said2)
		}
		if !bytes.Equal(read(t, file), s.new) {
			t.Error("the file is not that of both articles")
		}
		only(t, file)
		if both := said1.String() + said2.String(); strings.Count(both, "\n") != 2 {
			t.Errorf("more was said than a line each: %q", both)
		}
	}
}
