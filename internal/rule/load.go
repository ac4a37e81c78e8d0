package rule

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"sort"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"kg/internal/yamlfile"
	"kg/schema"
)

// file is the YAML form of a rule file.
type file struct {
	Classes map[string][]string `yaml:"classes"`
	Light   []string            `yaml:"light"`
	StandIn []string            `yaml:"stand_ins"`
	Parts   []string            `yaml:"parts"`
	Rules   []entry             `yaml:"rules"`

	lines []int // of each rule
	err   error // why there is nothing else
}

// entry is the YAML form of a rule.
type entry struct {
	Name    string     `yaml:"name"`
	Note    string     `yaml:"note"` // why the rule is as it is; for readers
	Trigger trigger    `yaml:"trigger"`
	If      []string   `yaml:"if"`     // paths that must lead somewhere
	Unless  []string   `yaml:"unless"` // paths that must not
	Emit    []emission `yaml:"emit"`
	Yes     []example  `yaml:"yes"`
	No      []example  `yaml:"no"`
}

type trigger struct {
	Lemma  []string `yaml:"lemma"`  // lemmas or classes
	Tag    []string `yaml:"tag"`    // UPOS or XPOS
	Type   []string `yaml:"type"`   // entity types that the word mentions
	Rel    []string `yaml:"rel"`    // relations to the head
	Title  []string `yaml:"title"`  // office, kin, or the lexicon's class of one
	Quote  []string `yaml:"quote"`  // direct, reported
	Bridge []string `yaml:"bridge"` // entity types that stand in a relation to what was spoken of before
	Owner  []string `yaml:"owner"`  // entity types whose mentions say whose they are: "the Chilean team"

	Through []string `yaml:"through"` // relations that tie who does something to whom it does it for
}

type emission struct {
	Relation string   `yaml:"relation"`
	From     string   `yaml:"from"`
	To       string   `yaml:"to"`
	Among    string   `yaml:"among"`
	Only     []string `yaml:"only"`      // types of the object, where the schema allows more
	OnlyFrom []string `yaml:"only_from"` // types of the subject, likewise
	With     []string `yaml:"with"`      // relations of which the subject must have one; for rules with owner
	Modality string   `yaml:"modality"`  // of what the sentence asserts; "asserted": whatever it says
	Role     string   `yaml:"role"`
	Status   string   `yaml:"status"` // a path to the word by whose modality and date the fact goes; the trigger where it leads nowhere
}

// An example is a sentence, or a sentence and the fact it states.
type example struct{ Example }

func (e *example) UnmarshalYAML(n *yaml.Node) error {
	e.Line = n.Line
	if n.Kind == yaml.ScalarNode {
		return n.Decode(&e.Text)
	}
	var m map[string]string
	if err := n.Decode(&m); err != nil || len(m) != 1 {
		return fmt.Errorf("line %d: an example is a sentence or one \"sentence: fact\"", n.Line)
	}
	for text, fact := range m {
		e.Text, e.Fact = text, fact
	}
	return nil
}

// Load reads all YAML files at the top of dir in the order of their names, then
// those given as they are, and checks all against sch. It reports every fault
// it finds, each with file, line and rule. Classes gives lemmas for "$name"
// beyond those of the files; it is not changed.
func Load(dir fs.FS, sch *schema.Schema, classes map[string][]string, more ...schema.Source) (*Set, error) {
	sources, err := sourcesOf(dir)
	if err != nil {
		return nil, err
	}
	sources = append(sources, more...)
	l := loader{schema: sch, classes: maps.Clone(classes), seen: map[string]string{}}
	if l.classes == nil {
		l.classes = map[string][]string{}
	}
	files := decodeAll(sources)
	for i, src := range sources {
		l.gather(src.Name, &files[i])
	}
	set := &Set{Light: l.light, StandIns: l.standIns, Parts: l.parts}
	for i, src := range sources {
		for k := range files[i].Rules {
			set.Rules = append(set.Rules, l.rule(src.Name, files[i].lines[k], &files[i].Rules[k]))
		}
	}
	if len(l.faults) > 0 {
		return nil, errors.Join(l.faults...)
	}
	set.index()
	return set, nil
}

// sourcesOf reads the YAML files at the top of dir, sorted by name.
func sourcesOf(dir fs.FS) ([]schema.Source, error) {
	names, err := fs.Glob(dir, "*.yaml")
	if err != nil {
		return nil, err
	}
	sort.Strings(names)
	sources := make([]schema.Source, len(names))
	for i, name := range names {
		data, err := fs.ReadFile(dir, name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		sources[i] = schema.Source{Name: name, Text: string(data)}
	}
	return sources, nil
}

// A loader gathers classes from all files before it reads any rule, so that
// their order does not matter.
type loader struct {
	schema                 *schema.Schema
	classes                map[string][]string
	light, standIns, parts map[string]bool
	seen                   map[string]string // where each rule stands
	faults                 []error
}

func (l *loader) fault(format string, args ...any) {
	l.faults = append(l.faults, fmt.Errorf(format, args...))
}

// decodeAll reads the files side by side: they are the longest part of the
// start of every command that reads documents.
func decodeAll(sources []schema.Source) []file {
	files := make([]file, len(sources))
	var wg sync.WaitGroup
	for i, src := range sources {
		wg.Go(func() { files[i] = decode(src) })
	}
	wg.Wait()
	return files
}

// decode reads one file. What was read before a fault has no lines, and is
// given up.
func decode(src schema.Source) file {
	var f file
	doc, err := yamlfile.Decode(src.Name, src.Text, &f)
	if err != nil {
		return file{err: err}
	}
	for _, n := range yamlfile.Entries(doc, "rules") {
		f.lines = append(f.lines, n.Line)
	}
	if len(f.lines) != len(f.Rules) {
		return file{err: fmt.Errorf("%s: the rules are not a plain list", src.Name)}
	}
	return f
}

// gather takes over the classes and words of a file.
func (l *loader) gather(name string, f *file) {
	if f.err != nil {
		l.faults = append(l.faults, f.err)
		return
	}
	for _, class := range sortedKeys(f.Classes) {
		if _, ok := l.classes[class]; ok {
			l.fault("%s: class %q is defined twice", name, class)
		}
		l.classes[class] = f.Classes[class]
	}
	l.light, l.standIns, l.parts = add(l.light, f.Light...), add(l.standIns, f.StandIn...), add(l.parts, f.Parts...)
}

func sortedKeys(m map[string][]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

func (l *loader) rule(name string, line int, e *entry) *Rule {
	at := fmt.Sprintf("%s:%d: rule %q", name, line, e.Name)
	if where, ok := l.seen[e.Name]; ok || e.Name == "" {
		l.fault("%s: a rule needs a name of its own; first used at %s", at, where)
	}
	l.seen[e.Name] = fmt.Sprintf("%s:%d", name, line)
	r := &Rule{Name: e.Name, File: name, Line: line, Note: e.Note, rels: e.Trigger.Rel}
	if len(e.Yes) == 0 || len(e.No) == 0 {
		l.fault("%s: needs a yes: and a no: sentence", at)
	}
	for _, x := range e.Yes {
		if s, ok := x.Statement(); !ok {
			l.fault("%s:%d: rule %q: a yes: sentence needs its fact, as relation(FROM, TO) modality, not %q", name, x.Line, e.Name, x.Fact)
		} else if l.schema.RelationIndex(s.Relation) < 0 {
			l.fault("%s:%d: rule %q: the schema has no relation %q", name, x.Line, e.Name, s.Relation)
		}
		r.Yes = append(r.Yes, x.Example)
	}
	for _, x := range e.No {
		r.No = append(r.No, x.Example)
	}
	l.trigger(at, r, &e.Trigger)
	r.needs, r.bars = l.paths(at, e.If), l.paths(at, e.Unless)
	for i := range e.Emit {
		l.emission(at, r, &e.Emit[i])
	}
	if len(r.Emit) == 0 {
		l.fault("%s: emits nothing", at)
	}
	return r
}

func (l *loader) trigger(at string, r *Rule, t *trigger) {
	for _, word := range t.Lemma {
		lemmas, err := expand(word, l.classes)
		if err != nil {
			l.fault("%s: trigger: %w", at, err)
		}
		r.lemmas = add(r.lemmas, lemmas...)
	}
	r.types = l.typeSet(at, t.Type)
	if len(t.Tag) > 0 {
		r.tags = add(nil, t.Tag...)
	}
	if len(t.Title) > 0 {
		r.titles = add(nil, t.Title...)
	}
	if len(t.Quote) > 0 {
		r.quotes = add(nil, t.Quote...)
	}
	r.bridges, r.owners = l.typeSet(at, t.Bridge), l.typeSet(at, t.Owner)
	for _, name := range t.Through {
		if _, ok := l.schema.Relation(name); !ok {
			l.fault("%s: the schema has no relation %q", at, name)
		}
		r.through = add(r.through, name)
	}
	if r.lemmas == nil && r.types == nil && !r.pseudo() {
		l.fault("%s: the trigger needs lemma, type, title, quote, bridge, owner or through", at)
	}
}

// typeSet returns the set of entity types, nil if there are none.
func (l *loader) typeSet(at string, types []string) map[string]bool {
	var out map[string]bool
	for _, typ := range types {
		if _, ok := l.schema.Type(typ); !ok {
			l.fault("%s: the schema has no entity type %q", at, typ)
		}
		out = add(out, typ)
	}
	return out
}

func (l *loader) paths(at string, sources []string) []*Path {
	var out []*Path
	for _, s := range sources {
		if p := l.path(at, s); p != nil {
			out = append(out, p)
		}
	}
	return out
}

func (l *loader) path(at, source string) *Path {
	p, err := parsePath(source, l.classes)
	if err != nil {
		l.fault("%s: %w", at, err)
		return nil
	}
	for _, typ := range p.types() {
		if _, ok := l.schema.Type(typ); !ok && typ != nationality {
			l.fault("%s: path %q: the schema has no entity type %q", at, source, typ)
		}
	}
	return p
}

func (l *loader) emission(at string, r *Rule, e *emission) {
	rel, ok := l.schema.Relation(e.Relation)
	if !ok {
		l.fault("%s: the schema has no relation %q", at, e.Relation)
		return
	}
	out := Emission{Relation: e.Relation, With: e.With, from: add(nil, rel.From...), to: add(nil, rel.To...)}
	for _, name := range e.With {
		if _, ok := l.schema.Relation(name); !ok {
			l.fault("%s: the schema has no relation %q", at, name)
		}
	}
	if only := l.typeSet(at, e.Only); only != nil {
		out.to = only
	}
	if only := l.typeSet(at, e.OnlyFrom); only != nil {
		out.from = only
	}
	if e.Modality != "" {
		if out.Modality, ok = schema.ParseModality(e.Modality); !ok {
			l.fault("%s: no modality is named %q", at, e.Modality)
		}
	}
	if e.Role != "" {
		out.Role = l.path(at, e.Role)
	}
	if e.Status != "" {
		out.Status = l.path(at, e.Status)
	}
	switch {
	case e.Among != "":
		out.Among, out.From = true, l.path(at, e.Among)
	case r.pseudo(): // both ends are given: the holder and the body, the speaker and the words
		out.from, out.to = narrow(out.from, e.From), narrow(out.to, e.To)
	case e.From == "" || e.To == "":
		l.fault("%s: %s needs from: and to:, or among:", at, e.Relation)
	case e.To == "office": // the subject's own
		out.From, out.Office = l.path(at, e.From), true
	case e.To == "state": // the one that the text is about
		out.From, out.State = l.path(at, e.From), true
	case strings.HasPrefix(e.To, "office "):
		out.From, out.To, out.Office = l.path(at, e.From), l.path(at, strings.TrimPrefix(e.To, "office ")), true
	default:
		out.From, out.To = l.path(at, e.From), l.path(at, e.To)
	}
	r.Emit = append(r.Emit, out)
}

// narrow keeps of the types those listed, or all if none is.
func narrow(types map[string]bool, list string) map[string]bool {
	if list == "" {
		return types
	}
	kept := map[string]bool{}
	for typ := range strings.SplitSeq(list, ",") {
		if typ = strings.TrimSpace(typ); types[typ] {
			kept[typ] = true
		}
	}
	return kept
}

// index sorts the rules by what sets them off. A rule with lemmas and types
// is looked up by its lemmas and checked for its types.
func (set *Set) index() {
	set.byLemma, set.byType = map[string][]*Rule{}, map[string][]*Rule{}
	for _, r := range set.Rules {
		switch {
		case r.titles != nil:
			set.titles = append(set.titles, r)
		case r.quotes != nil:
			set.quotes = append(set.quotes, r)
		case r.through != nil:
			set.through = append(set.through, r)
		case r.owners != nil:
			set.owners = append(set.owners, r)
		case r.bridges != nil:
			set.bridges = append(set.bridges, r)
		case r.lemmas != nil:
			for lemma := range r.lemmas {
				set.byLemma[lemma] = append(set.byLemma[lemma], r)
			}
		default:
			for typ := range r.types {
				set.byType[typ] = append(set.byType[typ], r)
			}
		}
	}
}
