package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"kg": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			examples, err := filepath.Abs("../../examples")
			env.Setenv("EXAMPLES", examples)
			return err
		},
		Condition: func(cond string) (bool, error) {
			return cond == "root" && os.Getuid() == 0, nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){"same": same, "files": files, "bytes": bytesFile, "fill": fill, "status": status},
	})
}

// same compares files byte for byte: same FILE OTHER...
func same(ts *testscript.TestScript, neg bool, args []string) {
	for _, other := range args[1:] {
		if equal := ts.ReadFile(args[0]) == ts.ReadFile(other); equal == neg {
			ts.Fatalf("%s and %s: equal is %v", args[0], other, equal)
		}
	}
}

// files checks that a folder holds these files and no other, hidden ones
// included: files FOLDER NAME...
func files(ts *testscript.TestScript, neg bool, args []string) {
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	want := map[string]bool{}
	for _, name := range args[1:] {
		want[name] = true
	}
	for _, e := range entries {
		if !want[e.Name()] {
			ts.Fatalf("%s is in %s", e.Name(), args[0])
		}
		delete(want, e.Name())
	}
	for name := range want {
		ts.Fatalf("%s is not in %s", name, args[0])
	}
}

// bytesFile writes a file of bytes that a script cannot hold: bytes FILE TEXT,
// where TEXT has the escapes of a Go string.
func bytesFile(ts *testscript.TestScript, _ bool, args []string) {
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

// fill writes a file of so many megabytes: fill FILE N.
func fill(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat("Norway. ", n<<17)), 0o644))
}

// status runs a command and checks its exit status: status N COMMAND...
func status(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	if errors.As(err, &exit) && strconv.Itoa(exit.ExitCode()) == args[0] {
		return
	}
	ts.Fatalf("%s: %v, want exit status %s", strings.Join(args[1:], " "), err, args[0])
}
