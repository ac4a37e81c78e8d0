package store

import (
	_ "embed"
	"errors"
	"strings"

	"kg/graph"
)

//go:embed fulltext.sql
var fulltextSQL string

// mostSentences is how many pieces of evidence a file may hold that has its
// words indexed: beyond, that takes longer than all the rest. Such a file is
// read through to be searched; see scanned.
const mostSentences = 300_000

// fulltext indexes the words of nodes and sentences, which are all there. A
// graph of more than most pieces of evidence is left as it is.
func (in *graphInserter) fulltext(most int) {
	if in.pieces > most {
		return
	}
	in.run(fulltextSQL)
	in.nodeWords()
	in.sentenceWords()
}

const wordsTable = "words (rowid, names, sentence)"

func (in *graphInserter) nodeWords() {
	last, words := -1, ""
	flush := func() {
		if last >= 0 {
			in.insert(wordsTable, last, words, "")
		}
	}
	in.rows("SELECT n.number, n.label || ' ' || n.text, coalesce(a.alias, '') FROM nodes n LEFT JOIN aliases a ON a.node = n.number ORDER BY n.number, a.alias",
		func(scan func(...any)) {
			var number int
			var own, alias string
			scan(&number, &own, &alias)
			if number != last {
				flush()
				last, words = number, graph.Fold(own)
			}
			words = withName(words, graph.Fold(alias))
		})
	flush()
}

// withName adds a name to words that do not have it yet: names repeat each
// other, and of one that counts twice would be found first.
func withName(words, name string) string {
	if strings.Contains(" "+words+" ", " "+name+" ") {
		return words
	}
	return words + " " + name
}

func (in *graphInserter) sentenceWords() {
	type spot struct{ document, start, end int }
	var last spot
	number := 0
	in.rows(`SELECT edge, place, document, start, "end", text FROM evidence ORDER BY document, start, "end", edge, place`, func(scan func(...any)) {
		var edge, place int
		var at spot
		var text string
		scan(&edge, &place, &at.document, &at.start, &at.end, &text)
		if number > 0 && at == last {
			return
		}
		last = at
		in.insert("sentences", number, edge, place)
		in.insert(wordsTable, len(in.numbers)+number, "", graph.Fold(text))
		number++
	})
}

// rows calls f for every row of a query; f takes its columns with scan.
func (in *inserter) rows(query string, f func(scan func(...any))) {
	if in.err != nil {
		return
	}
	rows, err := in.conn.QueryContext(in.ctx, query)
	if err != nil {
		in.err = err
		return
	}
	for in.err == nil && rows.Next() {
		f(func(columns ...any) {
			if err := rows.Scan(columns...); err != nil && in.err == nil {
				in.err = err
			}
		})
	}
	in.err = errors.Join(in.err, rows.Err(), rows.Close())
}
