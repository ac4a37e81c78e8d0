package out

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"kg/graph"
)

// markdownFiles writes the graph as a folder of Markdown notes for Obsidian and
// the like: a folder for each type, in it a note for each entity, with what is
// known of it at the top (YAML) and below it its relations, in both directions,
// as links to the other notes, each with its sentences. index.md links all notes.
// The whole graph is in memory.
func markdownFiles(f Folder, s Source) error {
	g, err := whole(s)
	if err != nil {
		return err
	}
	v := vault{g, noteNames(g.Nodes())}
	for i := range g.Nodes() {
		n := &g.Nodes()[i]
		w, err := f(v.names[n.ID] + ".md")
		if err == nil {
			err = v.note(w, n)
		}
		if err != nil {
			return err
		}
	}
	w, err := f("index.md")
	if err != nil {
		return err
	}
	return v.index(w)
}

// A vault is a graph with the path of each node's note, without the ending.
type vault struct {
	graph *graph.Graph
	names map[string]string
}

func (v vault) note(to io.Writer, n *graph.Node) error {
	w := bufio.NewWriter(to)
	fmt.Fprintf(w, "---\nid: %s\ntype: %s\naliases:\n", yamlString(n.ID), yamlString(n.Type))
	for _, a := range withLabel(n) {
		fmt.Fprintf(w, "  - %s\n", yamlString(a))
	}
	if n.Date != "" {
		fmt.Fprintf(w, "date: %s\n", yamlString(n.Date))
	}
	fmt.Fprintf(w, "tags:\n  - kg/%s\n---\n\n# %s\n\n", strings.Map(wordRune, n.Type), markdownLine(n.Label))
	if n.Text != "" {
		fmt.Fprintf(w, "> %s\n\n", markdownLine(n.Text))
	}
	for _, e := range v.graph.EdgesOf(n.ID) {
		v.edge(w, n, &e)
	}
	return w.Flush()
}

// withLabel returns the label of n and its aliases, by which Obsidian finds the
// note.
func withLabel(n *graph.Node) []string {
	aliases := slices.DeleteFunc(slices.Clone(n.Aliases), func(a string) bool { return a == n.Label })
	return append([]string{n.Label}, aliases...)
}

// edge writes a relation of n as an item of a list, its sentences below it.
func (v vault) edge(w io.Writer, n *graph.Node, e *graph.Edge) {
	r, _ := v.graph.Schema().Relation(e.Relation)
	reading, other := r.Says(e.Modality, e.Role), e.To
	if e.From != n.ID {
		reading, other = r.Back(e.Modality), e.From
	}
	notes := []string{e.Modality.String()}
	if e.Date != "" {
		notes = append(notes, e.Date)
	}
	if e.Role != "" {
		notes = append(notes, markdownLine(e.Role))
	}
	if e.Claimed != "" {
		notes = append(notes, "claimed by "+v.link(e.Claimed))
	}
	fmt.Fprintf(w, "- %s %s (%s)\n", markdownLine(reading), v.link(other), strings.Join(notes, ", "))
	for _, x := range e.Evidence {
		fmt.Fprintf(w, "  - “%s” — %s:%d\n", markdownLine(x.Text), markdownLine(x.Doc), x.Start)
	}
}

// link returns a wikilink to the note of a node that reads as its label.
func (v vault) link(id string) string {
	n, _ := v.graph.Node(id)
	label := strings.NewReplacer("[", "(", "]", ")", "|", "¦").Replace(oneLine(n.Label))
	return "[[" + v.names[id] + "|" + label + "]]"
}

func (v vault) index(to io.Writer) error {
	w := bufio.NewWriter(to)
	fmt.Fprintf(w, "# Index\n")
	for _, t := range v.graph.Schema().Types() {
		first := true
		for i := range v.graph.Nodes() {
			n := &v.graph.Nodes()[i]
			if n.Type != t.Name {
				continue
			}
			if first {
				fmt.Fprintf(w, "\n## %s\n\n", t.Name)
				first = false
			}
			fmt.Fprintf(w, "- %s\n", v.link(n.ID))
		}
	}
	return w.Flush()
}

// oneLine returns text without line breaks and control characters.
func oneLine(text string) string { return strings.Join(strings.Fields(printable(text)), " ") }

// markdownSigns are what Markdown and Obsidian would not print as it is.
var markdownSigns = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "&", "&amp;",
	"#", `\#`, "|", `\|`, "~", `\~`, "=", `\=`, "$", `\$`, "%", `\%`, "^", `\^`)

// markdownLine returns text as Markdown on one line that shows just that text.
func markdownLine(text string) string { return markdownSigns.Replace(oneLine(text)) }

// yamlString returns text between double quotes for YAML 1.2, of which JSON is a
// part but for some characters.
func yamlString(text string) string {
	b, _ := newJSON(nil).bytes(text) // no string is refused
	var out strings.Builder
	for _, r := range string(b) {
		if r == 0xFEFF || isControl(r) {
			fmt.Fprintf(&out, `\u%04X`, r)
			continue
		}
		out.WriteRune(r)
	}
	return out.String()
}

// maxNoteName is the length of a note's name in bytes: file systems take 255
// with the ending, archives and clouds less.
const maxNoteName = 120

// noteNames returns the path of each node's note by its ID: the type, and the
// label as far as all file systems and links take it. Nodes whose notes would
// share a path on a file system that does not tell capitals apart have their ID
// in it.
func noteNames(nodes []graph.Node) map[string]string {
	plain := make([]string, len(nodes))
	count := map[string]int{}
	key := func(path string) string { return norm.NFKC.String(strings.ToLower(strings.ToUpper(path))) }
	for i := range nodes {
		plain[i] = fileName(nodes[i].Type) + "/" + fileName(nodes[i].Label)
		count[key(plain[i])]++
	}
	names := map[string]string{}
	taken := map[string]bool{}
	for i := range nodes {
		name := plain[i]
		if count[key(name)] > 1 {
			name += " (" + fileName(nodes[i].ID) + ")"
		}
		for k := 2; taken[key(name)]; k++ {
			name = fmt.Sprintf("%s (%d)", plain[i], k)
		}
		taken[key(name)] = true
		names[nodes[i].ID] = name
	}
	return names
}

// reserved are the names that Windows keeps for devices.
var reserved = []string{"con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
	"lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"}

// fileName returns text as a file name that every file system takes and a
// wikilink can hold.
func fileName(text string) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`\/:*?"<>|#^[]%`, r) || r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 {
			return '-'
		}
		return r
	}, norm.NFC.String(oneLine(text)))
	if len(name) > maxNoteName {
		name = name[:maxNoteName]
		for !utf8.ValidString(name) {
			name = name[:len(name)-1]
		}
	}
	name = strings.Trim(name, ". ")
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	if slices.Contains(reserved, stem) {
		name = "_" + name
	}
	return cmp.Or(name, "_")
}
