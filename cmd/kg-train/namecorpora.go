package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"kg/internal/nlp"
	"kg/internal/nlp/conllu"
	"kg/internal/nlp/ner"
	"kg/internal/text"
)

// readUNER reads Universal NER: number, word and label in tab-separated
// columns. Spacing comes from the sentence's text.
func readUNER(dir, file string) ([]ner.Example, error) {
	data, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil {
		return nil, err
	}
	var out []ner.Example
	var forms, labels []string
	raw := ""
	flush := func() {
		if len(forms) > 0 {
			if len(out) == 0 {
				out = append(out, ner.Example{})
			}
			e := &out[len(out)-1]
			e.Sentences = append(e.Sentences, nlp.Sentence{Words: spread(forms, raw), Names: names(labels)})
		}
		forms, labels = nil, nil
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\r\n")
		switch f := strings.Split(line, "\t"); {
		case strings.HasPrefix(line, "# newdoc"):
			flush()
			out = append(out, ner.Example{ID: strings.TrimPrefix(line, "# newdoc id = ")})
		case strings.HasPrefix(line, "# text = "):
			raw = line[len("# text = "):]
		case line == "":
			flush()
		case len(f) > 2:
			forms, labels = append(forms, f[1]), append(labels, f[2])
		}
	}
	flush()
	return out, nil
}

// spread lays out words over the text raw that they were read from.
func spread(forms []string, raw string) []nlp.Word {
	words := make([]nlp.Word, len(forms))
	at := 0
	for i, f := range forms {
		if k := strings.Index(raw[at:], f); k >= 0 && strings.TrimSpace(raw[at:at+k]) == "" {
			at += k
		} else {
			at = min(at+1, len(raw))
		}
		end := min(at+len(f), len(raw))
		words[i] = nlp.Word{Form: f, Span: text.Span{Start: at, End: end}}
		at = end
	}
	return words
}

// docSize is how many sentences make a document where a corpus marks none.
const docSize = 30

// readColumns reads a word and a label on each line. Words hang together as
// punctuation usually does.
func readColumns(dir, file string) ([]ner.Example, error) {
	data, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil {
		return nil, err
	}
	partial := strings.HasPrefix(file, "multiner")
	var out []ner.Example
	var forms, labels []string
	count := 0
	for line := range strings.Lines(string(data) + "\n\n") {
		f := strings.Fields(line)
		if len(f) >= 2 {
			if label := f[len(f)-1]; !partial || !strings.HasSuffix(label, "MISC") {
				labels = append(labels, label)
			} else {
				labels = append(labels, "O")
			}
			forms = append(forms, f[0])
			continue
		}
		if len(forms) == 0 {
			continue
		}
		if count%docSize == 0 || strings.HasPrefix(file, "crossner") {
			out = append(out, ner.Example{Partial: partial})
		}
		count++
		e := &out[len(out)-1]
		e.Sentences = append(e.Sentences, nlp.Sentence{Words: typeset(forms), Names: names(labels)})
		forms, labels = nil, nil
	}
	return out, nil
}

// typeset lays out words with spaces where English puts them.
func typeset(forms []string) []nlp.Word {
	words := make([]nlp.Word, len(forms))
	at := 0
	for i, f := range forms {
		if i > 0 && !strings.ContainsAny(f[:1], ".,;:!?)]'") && !strings.ContainsAny(forms[i-1], "([") {
			at++
		}
		words[i] = nlp.Word{Form: f, Span: text.Span{Start: at, End: at + len(f)}}
		at += len(f)
	}
	return words
}

// readGUM reads the named persons, places and organizations among GUM's
// entities.
func readGUM(dir, file string) ([]ner.Example, error) {
	f, err := os.Open(filepath.Join(dir, file))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	sentences, err := conllu.Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	var out []ner.Example
	doc := ""
	for _, s := range sentences {
		if s.Doc != doc || len(out) == 0 {
			out = append(out, ner.Example{ID: s.Doc, Partial: true})
			doc = s.Doc
		}
		s.Sentence.Names = properNames(s.Words, entities(s.Misc))
		e := &out[len(out)-1]
		e.Sentences = append(e.Sentences, s.Sentence)
	}
	return out, nil
}

// An entity is a phrase that GUM gives a type: the words [first, end).
type entity struct {
	id, kind   string
	first, end int
}

// entities reads the items "Entity=(1-person-…(2-place-…)1)" of a sentence.
func entities(misc []string) []entity {
	var open, out []entity
	for i, m := range misc {
		_, list, ok := strings.Cut("|"+m, "|Entity=")
		if !ok {
			continue
		}
		list, _, _ = strings.Cut(list, "|")
		for list != "" {
			switch {
			case list[0] == '(':
				n := strings.IndexAny(list[1:], "()") + 1
				if n == 0 {
					n = len(list)
				}
				f := strings.SplitN(list[1:n], "-", 3)
				if len(f) > 1 {
					open = append(open, entity{f[0], f[1], i, 0})
				}
				list = list[n:]
			case list[0] == ')':
				if n := len(open); n > 0 {
					open[n-1].end = i + 1
					out, open = append(out, open[n-1]), open[:n-1]
				}
				list = list[1:]
			default:
				n := strings.IndexAny(list, "()")
				if n < 0 {
					n = len(list)
				} else if list[n] == ')' {
					n++
				}
				id := strings.TrimRight(list[:n], ")")
				for k := len(open) - 1; k >= 0; k-- {
					if open[k].id == id {
						open[k].end = i + 1
						out = append(out, open[k])
						open = append(open[:k], open[k+1:]...)
						break
					}
				}
				list = list[n:]
			}
		}
	}
	return out
}

// properNames cuts the entities of the three types whose head is a proper noun
// down to the name in them. Of two that overlap the longer stays.
func properNames(words []nlp.Word, all []entity) []nlp.Name {
	taken := make([]bool, len(words))
	var out []nlp.Name
	for size := len(words); size > 0; size-- {
		for _, e := range all {
			kind := nameTypes[e.kind]
			if kind == "" || kind == "Misc" || e.end-e.first != size {
				continue
			}
			first, end := proper(words, e)
			free := first < end
			for i := first; i < end; i++ {
				free = free && !taken[i]
			}
			if !free {
				continue
			}
			for i := first; i < end; i++ {
				taken[i] = true
			}
			out = append(out, nlp.Name{First: first, End: end, Type: kind})
		}
	}
	return out
}

// proper returns the run of proper nouns around the head of an entity, without
// titles of persons; nothing when the head is a common noun.
func proper(words []nlp.Word, e entity) (first, end int) {
	head := -1
	for i := e.first; i < e.end; i++ {
		if h := words[i].Head; h < e.first || h >= e.end {
			head = i
			break
		}
	}
	isName := func(i int) bool { return strings.HasPrefix(words[i].XPOS, "NNP") }
	if head < 0 || !isName(head) || e.kind == "person" && words[head].XPOS == "NNPS" {
		return 0, 0
	}
	first, end = head, head+1
	for first > e.first && (isName(first-1) || words[first-1].Form == "-" && first-2 >= e.first && isName(first-2)) {
		first--
	}
	for end < e.end {
		inner := words[end].Form == "of" || words[end].Form == "the" || words[end].Form == "-" || words[end].Form == "&" || words[end].Form == "and" && e.kind == "organization"
		if !isName(end) && (e.kind == "person" || !inner || !nameFollows(words, end, e.end, isName)) {
			break
		}
		end++
	}
	if e.kind == "person" {
		for first < end-1 && titles[strings.TrimSuffix(words[first].Form, ".")] {
			first++
		}
		if titles[strings.TrimSuffix(words[first].Form, ".")] {
			return 0, 0
		}
	}
	return first, end
}

// nameFollows reports whether a proper noun comes after the connectors at i.
func nameFollows(words []nlp.Word, i, end int, isName func(int) bool) bool {
	for i++; i < end && words[i].Form == "the"; i++ {
	}
	return i < end && isName(i)
}

// titles are no part of a person's name.
var titles = set("Mr Mrs Ms Miss Dr Prof Professor Sir Dame Lord Lady President Vice Prime Minister King Queen Prince Princess General Gen Captain Colonel Major Lieutenant Senator Governor Mayor Judge Justice Chief Pope Saint St Father Sister Reverend Rev Emperor Duke Count Secretary Chancellor Director Chairman Archbishop Bishop Cardinal")

func set(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
