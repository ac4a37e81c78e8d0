package crashtest

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestFullDisk: a build for which the disk has no room says so in one line and
// leaves the file as it was, with nothing beside it, however far it came.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	const size = 2 << 20
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=2m"); err != nil {
		t.Skip("no small disk can be mounted: ", err)
	}
	defer syscall.Unmount(dir, syscall.MNT_DETACH)
	s := newScene(t)
	file, filler := filepath.Join(dir, "g.kg"), filepath.Join(dir, "filler")
	long := filepath.Join(t.TempDir(), "long.txt")
	if err := os.WriteFile(long, bytes.Repeat([]byte("Norway and Peru. "), 1<<15), 0o644); err != nil {
		t.Fatal(err)
	}
	failed := 0
	for free := 0; ; free += len(s.new) / 6 {
		if err := os.WriteFile(file, s.old, 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filler, make([]byte, size-len(s.old)-free-3*4096), 0o644); err != nil {
			t.Fatal(err)
		}
		articles := []string{s.more}
		if free == 0 {
			articles = append(articles, long) // for which there is no room beside the file either
		}
		c, said := s.build(file, articles...)
		if c.Run() == nil {
			break
		}
		failed++
		if text := said.String(); strings.Count(text, "\n") != 1 || !strings.HasPrefix(text, "kg: "+file) || !strings.Contains(text, "full") && !strings.Contains(text, "no space") {
			t.Errorf("with %d bytes free: %q", free, text)
		}
		if !bytes.Equal(read(t, file), s.old) {
			t.Errorf("with %d bytes free: another file", free)
		}
		if err := os.Remove(filler); err != nil {
			t.Fatal(err)
		}
		only(t, file)
	}
	if failed < 4 {
		t.Errorf("the disk was full %d times only", failed)
	}
	if !bytes.Equal(read(t, file), s.new) {
		t.Error("with room enough: not the new file")
	}
}
