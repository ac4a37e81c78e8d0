package archtest

import (
	"go/ast"
	"go/token"
	"os/exec"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kg/schema"
)

// TestImports holds the imports against the table of ARCHITECTURE.md. Tests
// may import what they like.
func TestImports(t *testing.T) {
	_, files := repo(t)
	allowed := table(t)
	seen := map[string]bool{}
	for _, f := range files {
		if f.test {
			continue
		}
		may, listed := allowed[f.dir]
		if !listed && !seen[f.dir] {
			t.Errorf("%s is not in the table of ARCHITECTURE.md", f.dir)
		}
		seen[f.dir] = true
		for _, p := range f.imports() {
			if listed && !slices.Contains(may, p) {
				t.Errorf("%s imports %s, which the table of ARCHITECTURE.md does not allow", f.path, p)
			}
		}
	}
	for dir := range allowed {
		if !seen[dir] {
			t.Errorf("ARCHITECTURE.md lists %s, which is not there", dir)
		}
	}
}

// TestTableIsNeeded keeps the table exact: what a package may import it does.
func TestTableIsNeeded(t *testing.T) {
	_, files := repo(t)
	used := map[string][]string{}
	for _, f := range files {
		if !f.test {
			used[f.dir] = append(used[f.dir], f.imports()...)
		}
	}
	for dir, may := range table(t) {
		for _, p := range may {
			if !slices.Contains(used[dir], p) {
				t.Errorf("ARCHITECTURE.md lets %s import %s, which it does not", dir, p)
			}
		}
	}
}

// maxLines is the longest that a file may be.
const maxLines = 500

func TestFilesAreShort(t *testing.T) {
	_, files := repo(t)
	for _, f := range files {
		if f.lines > maxLines {
			t.Errorf("%s has %d lines, more than %d", f.path, f.lines, maxLines)
		}
	}
}

// wordTable is the number of elements from which a composite literal counts as
// a table of English words, where "led" is a word and no relation.
const wordTable = 8

// TestNoRelationInCode: relations are data (schema, rules, lexicons); no Go
// code outside tests names one.
func TestNoRelationInCode(t *testing.T) {
	s, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	fset, files := repo(t)
	for _, f := range files {
		if f.test {
			continue
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			if table, ok := n.(*ast.CompositeLit); ok && len(table.Elts) >= wordTable {
				return false
			}
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			if text, err := strconv.Unquote(lit.Value); err == nil && s.RelationIndex(text) >= 0 {
				t.Errorf("%s: relation %q named in code", fset.Position(lit.Pos()), text)
			}
			return true
		})
	}
}

// forbidden are the calls that make output depend on more than the input, or
// end the program from deep inside.
var forbidden = map[string]map[string]string{
	"os":   {"Exit": "only main ends the program"},
	"log":  {"Fatal": "only main ends the program", "Fatalf": "only main ends the program"},
	"time": {"Now": "the clock is for programs", "Since": "the clock is for programs"},
}

// TestNoHiddenInputs: libraries read no clock, draw no random numbers, end no
// program and do nothing on import.
func TestNoHiddenInputs(t *testing.T) {
	fset, files := repo(t)
	for _, f := range files {
		if f.test || f.program {
			continue
		}
		for _, spec := range f.syntax.Imports {
			if p, _ := strconv.Unquote(spec.Path.Value); p == "math/rand" || p == "crypto/rand" {
				t.Errorf("%s imports %s", f.path, p)
			}
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Recv == nil && n.Name.Name == "init" {
					t.Errorf("%s: init does work on import", fset.Position(n.Pos()))
				}
			case *ast.SelectorExpr:
				if pkg, ok := n.X.(*ast.Ident); ok {
					if why, no := forbidden[pkg.Name][n.Sel.Name]; no {
						t.Errorf("%s: %s.%s: %s", fset.Position(n.Pos()), pkg.Name, n.Sel.Name, why)
					}
				}
			}
			return true
		})
	}
}

// TestPackagesAreDescribed: every package says in its comment what it is.
func TestPackagesAreDescribed(t *testing.T) {
	_, files := repo(t)
	described := map[string]bool{}
	for _, f := range files {
		if doc := f.syntax.Doc; !f.test && doc != nil {
			first, _, _ := strings.Cut(doc.Text(), "\n")
			name := "package " + f.syntax.Name.Name
			if f.program {
				name = path.Base(f.dir)
			}
			if strings.HasPrefix(strings.TrimPrefix(strings.ToLower(first), "command "), name+" ") {
				described[f.dir] = true
			}
		}
	}
	for _, f := range files {
		if !f.test && !described[f.dir] {
			t.Errorf("%s: the package has no comment that begins with its name", f.dir)
			described[f.dir] = true
		}
	}
}

// TestLinked: kg draws no pictures itself, since go-graphviz compiles its code
// when it is linked, and speaks to no network.
func TestLinked(t *testing.T) {
	if testing.Short() {
		t.Skip("lists the dependencies of kg with the go tool")
	}
	out, err := exec.Command("go", "list", "-deps", "kg/cmd/kg").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, dep := range strings.Fields(string(out)) {
		if strings.HasPrefix(dep, "github.com/goccy/go-graphviz") || strings.HasPrefix(dep, "github.com/tetratelabs/wazero") || dep == "net/http" {
			t.Errorf("kg links %s", dep)
		}
	}
}
