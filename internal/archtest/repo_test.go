package archtest

import (
	"bufio"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// root is the top of the repository, seen from this package.
const root = "../.."

// A file is one Go file of the repository.
type file struct {
	path    string // from the top of the repository, slash-separated
	dir     string // of path; "." at the top
	syntax  *ast.File
	lines   int
	test    bool
	program bool // part of a command
}

// ignored returns the paths that git ignores; none where there is no git.
func ignored() map[string]bool {
	cmd := exec.Command("git", "ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z")
	cmd.Dir = root
	list, _ := cmd.Output() // a source archive is no clone: everything in it counts
	paths := map[string]bool{}
	for p := range strings.SplitSeq(string(list), "\x00") {
		paths[strings.TrimSuffix(p, "/")] = true
	}
	return paths
}

// isModule reports whether the folder is a module of its own.
func isModule(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil
}

// repo parses every Go file of the module that git does not ignore, tests
// included.
func repo(t *testing.T) (*token.FileSet, []file) {
	t.Helper()
	skip := ignored()
	fset := token.NewFileSet()
	var files []file
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, p)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		name := d.Name()
		if d.IsDir() && p != root && (strings.HasPrefix(name, ".") || name == "testdata" || skip[rel] || isModule(p)) {
			return filepath.SkipDir
		}
		if d.IsDir() || filepath.Ext(name) != ".go" || skip[rel] {
			return nil
		}
		syntax, err := parser.ParseFile(fset, p, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		files = append(files, file{
			path: rel, dir: path.Dir(rel), syntax: syntax, lines: fset.File(syntax.Pos()).LineCount(),
			test: strings.HasSuffix(name, "_test.go"), program: syntax.Name.Name == "main",
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 20 {
		t.Fatalf("only %d Go files found; is %s the top of the repository?", len(files), root)
	}
	return fset, files
}

// imports are the paths that a file imports, without those of the standard
// library; the repository's own are shortened to their folder.
func (f *file) imports() []string {
	var list []string
	for _, spec := range f.syntax.Imports {
		p, _ := strconv.Unquote(spec.Path.Value)
		own, isOwn := strings.CutPrefix(p, "kg/")
		first, _, _ := strings.Cut(p, "/")
		switch {
		case isOwn:
			list = append(list, own)
		case strings.Contains(first, "."):
			list = append(list, p)
		}
	}
	return list
}

// table reads the packages of ARCHITECTURE.md and what each may import: the
// rows | `package` | … | `import` `import` |.
func table(t *testing.T) map[string][]string {
	t.Helper()
	f, err := os.Open(filepath.Join(root, "ARCHITECTURE.md"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows := map[string][]string{}
	scan := bufio.NewScanner(f)
	for scan.Scan() {
		cells := strings.Split(strings.Trim(scan.Text(), "|"), "|")
		if !strings.HasPrefix(scan.Text(), "| `") || len(cells) != 3 {
			continue
		}
		allowed := quoted(cells[2])
		for _, name := range quoted(cells[0]) {
			rows[name] = allowed
		}
	}
	if err := scan.Err(); err != nil {
		t.Fatal(err)
	}
	if len(rows) < 20 {
		t.Fatalf("only %d packages in the table of ARCHITECTURE.md", len(rows))
	}
	return rows
}

// quoted returns the words of s that stand between backquotes.
func quoted(s string) []string {
	var list []string
	for i, part := range strings.Split(s, "`") {
		if i%2 == 1 {
			list = append(list, part)
		}
	}
	return list
}
