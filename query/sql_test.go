package query_test

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kg/graph"
	"kg/internal/domain"
	"kg/internal/store"
	"kg/query"
	"kg/schema"
)

// A sqlCase is a question in both languages. The SQL is over the graph file
// and these views:
//
//	n     nodes: number id type label date text, empty texts as NULL
//	e     edges that are not denied: number id a b rel mod date role claimed conf, a and b numbers of nodes
//	every e with the denied
//	w     e as it may be walked along the arrow: relations without direction both ways
//	u     e as it may be walked in either direction
type sqlCase struct {
	ordered     bool // rows are compared in their order
	query, with string
}

var sqlCases = []sqlCase{
	// nodes
	{false, `MATCH (a) RETURN a`, `SELECT id FROM n`},
	{false, `MATCH (a:Person) RETURN a.label, a.id`, `SELECT label, id FROM n WHERE type='Person'`},
	{false, `MATCH (a:Person|Country) RETURN a`, `SELECT id FROM n WHERE type IN ('Person','Country')`},
	{false, `MATCH (a {label: 'N3'}) RETURN a`, `SELECT id FROM n WHERE label='N3'`},
	{false, `MATCH (a) WHERE a.label IN ['N1', 'N2', 'nobody'] RETURN a`, `SELECT id FROM n WHERE label IN ('N1','N2')`},
	{false, `MATCH (a) WHERE a.label STARTS WITH 'N1' AND NOT a.label ENDS WITH '2' RETURN a.label`, `SELECT label FROM n WHERE label GLOB 'N1*' AND NOT label GLOB '*2'`},
	{false, `MATCH (a) WHERE a.label CONTAINS '1' OR a.type = 'Meeting' RETURN a`, `SELECT id FROM n WHERE instr(label,'1')>0 OR type='Meeting'`},
	{false, `MATCH (a) WHERE a.date IS NULL RETURN a`, `SELECT id FROM n WHERE date IS NULL`},
	{false, `MATCH (a) WHERE a.text IS NOT NULL XOR a.date IS NOT NULL RETURN a`, `SELECT id FROM n WHERE (text IS NOT NULL) <> (date IS NOT NULL)`},
	{false, `MATCH (a) WHERE NOT (a.date >= '2025-02') RETURN a`, `SELECT id FROM n WHERE date IS NOT NULL AND hi(date) < '2025-02-01'`},
	{false, `MATCH (a) WHERE 'alias 1' IN a.aliases RETURN a`, `SELECT id FROM n JOIN aliases ON aliases.node=n.number WHERE alias='alias 1'`},
	{false, `MATCH (a) WHERE a.label =~ 'N[0-4]' RETURN a`, `SELECT id FROM n WHERE label GLOB 'N[0-4]'`},
	{false, `MATCH (a), (b) WHERE a.label < b.label AND a.type = b.type RETURN a, b`, `SELECT x.id, y.id FROM n x, n y WHERE x.label < y.label AND x.type=y.type`},
	// relations
	{false, `MATCH (a)-[r]->(b) RETURN a, r, b`, `SELECT x.id, w.id, y.id FROM w JOIN n x ON x.number=a JOIN n y ON y.number=b`},
	{false, `MATCH (a)-[r]-(b) RETURN a, r, b`, `SELECT x.id, u.id, y.id FROM u JOIN n x ON x.number=a JOIN n y ON y.number=b`},
	{false, `MATCH (a)<-[r:led]-(b) RETURN a, r, b`, `SELECT y.id, w.id, x.id FROM w JOIN n x ON x.number=a JOIN n y ON y.number=b WHERE rel='led'`},
	{false, `MATCH (a)-[:met]->(b:Person) RETURN a, b`, `SELECT x.id, y.id FROM w JOIN n x ON x.number=a JOIN n y ON y.number=b WHERE rel='met' AND y.type='Person'`},
	{false, `MATCH (a)-[r:met|supported]->(b) WHERE r.confidence > 0.5 RETURN r, r.confidence`, `SELECT id, conf FROM w WHERE rel IN ('met','supported') AND conf>0.5`},
	{false, `MATCH ()-[r {status: 'planned'}]->() RETURN r`, `SELECT id FROM wevery WHERE mod='planned'`},
	{false, `MATCH ()-[r]->() WHERE r.modality <> 'asserted' RETURN r`, `SELECT id FROM wevery WHERE mod<>'asserted'`},
	{false, `MATCH (a)-[r {modality: 'denied'}]-(b) RETURN a, b`, `SELECT x.id, y.id FROM uevery JOIN n x ON x.number=a JOIN n y ON y.number=b WHERE mod='denied'`},
	{false, `MATCH ()-[r]->() WHERE r.date >= '2025-02' AND r.date <= '2025-03' RETURN r`, `SELECT id FROM w WHERE hi(date) >= '2025-02-01' AND lo(date) <= '2025-03-31'`},
	{false, `MATCH ()-[r]->() WHERE r.date < '2025-02-10' RETURN r`, `SELECT id FROM w WHERE hi(date) < '2025-02-10'`},
	{false, `MATCH ()-[r]->() WHERE r.role IS NOT NULL RETURN r.role, r.document`, `SELECT role, (SELECT s.name FROM evidence v JOIN sources s ON s.number=v.document WHERE v.edge=w.number AND v.place=0) FROM w WHERE role IS NOT NULL`},
	{false, `MATCH (a)-[r]->(a) RETURN a, r`, `SELECT x.id, w.id FROM w JOIN n x ON x.number=a WHERE a=b`},
	{false, `MATCH (a)-[r]->(b) WHERE r.claimed = b.id RETURN r`, `SELECT w.id FROM w JOIN n y ON y.number=b JOIN n c ON c.number=claimed WHERE c.id=y.id`},
	// several
	{false, `MATCH (a)-[r]->(b)-[s]->(c) RETURN a, b, c`, `SELECT x.id, y.id, z.id FROM w r JOIN w s ON s.a=r.b AND s.number<>r.number JOIN n x ON x.number=r.a JOIN n y ON y.number=r.b JOIN n z ON z.number=s.b`},
	{false, `MATCH (a:Person)-[:led]->(d)<-[:member_of]-(b:Person) RETURN a, d, b`, `SELECT x.id, y.id, z.id FROM w r JOIN w s ON s.b=r.b AND s.number<>r.number JOIN n x ON x.number=r.a JOIN n y ON y.number=r.b JOIN n z ON z.number=s.a WHERE r.rel='led' AND s.rel='member_of' AND x.type='Person' AND z.type='Person'`},
	{false, `MATCH (a)-[:met]-(b), (b)-[:met]-(c), (c)-[:met]-(a) RETURN DISTINCT a, b, c`, `SELECT DISTINCT x.id, y.id, z.id FROM u r JOIN u s ON s.a=r.b JOIN u t ON t.a=s.b AND t.b=r.a JOIN n x ON x.number=r.a JOIN n y ON y.number=r.b JOIN n z ON z.number=s.b WHERE r.rel='met' AND s.rel='met' AND t.rel='met' AND r.number<>s.number AND s.number<>t.number AND r.number<>t.number`},
	{false, `MATCH (a)-[r]->(b) MATCH (b)-[s]->(c) RETURN r, s`, `SELECT r.id, s.id FROM w r JOIN w s ON s.a=r.b`},
	{false, `MATCH (a:Person), (m:Meeting) WHERE (a)-[:participated_in]->(m) RETURN a, m`, `SELECT DISTINCT x.id, y.id FROM w JOIN n x ON x.number=a JOIN n y ON y.number=b WHERE rel='participated_in' AND x.type='Person' AND y.type='Meeting'`},
	{false, `MATCH (a:Person) WHERE NOT EXISTS { (a)-[:met]-() } RETURN a`, `SELECT id FROM n WHERE type='Person' AND number NOT IN (SELECT a FROM u WHERE rel='met')`},
	{false, `MATCH (a:Person) WHERE EXISTS { MATCH (a)-[r]->(b) WHERE r.confidence > 0.8 AND b.type <> a.type } RETURN a`, `SELECT DISTINCT x.id FROM w JOIN n x ON x.number=a JOIN n y ON y.number=b WHERE x.type='Person' AND conf>0.8 AND y.type<>x.type`},
	{false, `MATCH (a:Person) OPTIONAL MATCH (a)-[r:led]->(b) RETURN a, r, b`, `SELECT x.id, r.id, y.id FROM n x LEFT JOIN w r ON r.a=x.number AND r.rel='led' LEFT JOIN n y ON y.number=r.b WHERE x.type='Person'`},
	// rows of relations
	{false, `MATCH (a)-[:met*2]-(b) RETURN a, b`, `SELECT x.id, y.id FROM u r JOIN u s ON s.a=r.b AND s.number<>r.number JOIN n x ON x.number=r.a JOIN n y ON y.number=s.b WHERE r.rel='met' AND s.rel='met'`},
	{false, `MATCH p = (a:Person)-[*1..3]->(b:Country) RETURN a, b, length(p)`, `WITH RECURSIVE t(a, b, k, seen) AS (SELECT a, b, 1, ','||number||',' FROM w UNION ALL SELECT t.a, w.b, k+1, seen||w.number||',' FROM t JOIN w ON w.a=t.b WHERE k<3 AND instr(seen, ','||w.number||',')=0) SELECT x.id, y.id, k FROM t JOIN n x ON x.number=t.a JOIN n y ON y.number=t.b WHERE x.type='Person' AND y.type='Country'`},
	{false, `MATCH (a:Meeting)-[*0..2]-(b) RETURN a, b`, `WITH RECURSIVE t(a, b, k, seen) AS (SELECT number, number, 0, ',' FROM n WHERE type='Meeting' UNION ALL SELECT t.a, u.b, k+1, seen||u.number||',' FROM t JOIN u ON u.a=t.b WHERE k<2 AND instr(seen, ','||u.number||',')=0) SELECT x.id, y.id FROM t JOIN n x ON x.number=t.a JOIN n y ON y.number=t.b`},
	{false, `MATCH (a:Person)-[:met*1..2 {status: 'asserted'}]-(b) RETURN count(*)`, `WITH RECURSIVE t(a, b, k, seen) AS (SELECT a, b, 1, ','||number||',' FROM uevery WHERE rel='met' AND mod='asserted' UNION ALL SELECT t.a, u.b, k+1, seen||u.number||',' FROM t JOIN uevery u ON u.a=t.b WHERE u.rel='met' AND u.mod='asserted' AND k<2 AND instr(seen, ','||u.number||',')=0) SELECT count(*) FROM t JOIN n ON n.number=t.a WHERE n.type='Person'`},
	{false, `MATCH p = shortestPath((a:Person)-[*..4]-(b:Person)) RETURN a, b, length(p)`, `WITH RECURSIVE t(a, b, k) AS (SELECT number, number, 0 FROM n WHERE type='Person' UNION SELECT t.a, u.b, k+1 FROM t JOIN u ON u.a=t.b WHERE k<4) SELECT x.id, y.id, min(k) FROM t JOIN n x ON x.number=t.a JOIN n y ON y.number=t.b WHERE y.type='Person' AND t.a<>t.b GROUP BY t.a, t.b`},
	{false, `MATCH p = allShortestPaths((a:Person)-[*..3]->(b:Meeting)) RETURN a, b, count(*), min(length(p))`, `WITH RECURSIVE t(a, b, k, seen) AS (SELECT a, b, 1, ','||number||',' FROM w UNION ALL SELECT t.a, w.b, k+1, seen||w.number||',' FROM t JOIN w ON w.a=t.b WHERE k<3 AND instr(seen, ','||w.number||',')=0), best AS (SELECT a, b, min(k) AS k FROM t GROUP BY a, b) SELECT x.id, y.id, count(*), best.k FROM t JOIN best ON best.a=t.a AND best.b=t.b AND best.k=t.k JOIN n x ON x.number=t.a JOIN n y ON y.number=t.b WHERE x.type='Person' AND y.type='Meeting' GROUP BY t.a, t.b`},
	// what is returned
	{false, `MATCH (a) RETURN count(*)`, `SELECT count(*) FROM n`},
	{false, `MATCH (a:Person)-[:led]->(b) RETURN count(DISTINCT b), count(b), count(*)`, `SELECT count(DISTINCT b), count(b), count(*) FROM w JOIN n x ON x.number=a WHERE rel='led' AND x.type='Person'`},
	{false, `MATCH ()-[r]->() RETURN type(r) AS relation, count(*) AS times, min(r.confidence), max(r.confidence)`, `SELECT rel, count(*), min(conf), max(conf) FROM w GROUP BY rel`},
	{false, `MATCH (a) RETURN a.type, min(a.label), max(a.date), count(a.date)`, `SELECT type, min(label), max(date), count(date) FROM n GROUP BY type`},
	{false, `MATCH (a:Person) OPTIONAL MATCH (a)-[r:met]-() RETURN a, count(r)`, `SELECT x.id, count(u.id) FROM n x LEFT JOIN u ON u.a=x.number AND rel='met' WHERE x.type='Person' GROUP BY x.id`},
	{false, `MATCH (a)-[r:member_of]->(b) RETURN b, sum(r.sources), avg(r.confidence)`, `SELECT y.id, count(*), avg(conf) FROM w JOIN n y ON y.number=b WHERE rel='member_of' GROUP BY y.id`},
	{false, `MATCH (a:Person)-[:met]-(b) RETURN a, collect(DISTINCT b.label)`, `SELECT id, group_concat(label, '|') FROM (SELECT DISTINCT x.id AS id, y.label AS label FROM u JOIN n x ON x.number=a JOIN n y ON y.number=b WHERE rel='met' AND x.type='Person' ORDER BY 1, 2) GROUP BY id`},
	{false, `MATCH (a)-[]->(b) RETURN DISTINCT a.type, b.type`, `SELECT DISTINCT x.type, y.type FROM w JOIN n x ON x.number=a JOIN n y ON y.number=b`},
	{true, `MATCH (a:Person) RETURN a.label ORDER BY a.label DESC SKIP 1 LIMIT 3`, `SELECT label FROM n WHERE type='Person' ORDER BY label DESC LIMIT 3 OFFSET 1`},
	{true, `MATCH ()-[r]->() RETURN type(r) AS t, count(*) AS c ORDER BY c DESC, t LIMIT 4`, `SELECT rel, count(*) FROM w GROUP BY rel ORDER BY 2 DESC, 1 LIMIT 4`},
	{true, `MATCH (a)-[r]->(b) RETURN a.id, r.confidence, r.id ORDER BY r.confidence DESC, a.id LIMIT 7`, `SELECT x.id, conf, w.id FROM w JOIN n x ON x.number=a ORDER BY conf DESC, x.id, w.id LIMIT 7`},
	{true, `MATCH (a) RETURN coalesce(a.date, '-') AS day, a.id ORDER BY day, a.id DESC`, `SELECT coalesce(date,'-'), id FROM n ORDER BY 1, 2 DESC`},
	// names and arrows
	{false, `MATCH (a {name: 'alias 1'})-[r]-(b) RETURN a, r, b`, `SELECT x.id, u.id, y.id FROM u JOIN n x ON x.number=a JOIN n y ON y.number=b JOIN aliases ON aliases.node=x.number WHERE alias='alias 1'`},
	{false, `"alias 1" -met-> ?x`, `SELECT DISTINCT y.id FROM w JOIN n y ON y.number=b JOIN aliases ON aliases.node=a WHERE alias='alias 1' AND rel='met'`},
	{false, `?a:Person -led-> ?d <-member_of- ?b`, `SELECT DISTINCT x.id, y.id, z.id FROM w r JOIN w s ON s.b=r.b AND s.number<>r.number JOIN n x ON x.number=r.a JOIN n y ON y.number=r.b JOIN n z ON z.number=s.a WHERE r.rel='led' AND s.rel='member_of' AND x.type='Person'`},
	{false, `?x -led|member_of-> ? -met-> ?y:Country WHERE ?x.label <> ?y.label`, `SELECT DISTINCT x.id, z.id FROM w r JOIN w s ON s.a=r.b AND s.number<>r.number JOIN n x ON x.number=r.a JOIN n z ON z.number=s.b WHERE r.rel IN ('led','member_of') AND s.rel='met' AND z.type='Country' AND x.label<>z.label`},
	{false, `"alias 1" -*2- ?x RETURN x, count(*)`, `SELECT y.id, count(*) FROM u r JOIN u s ON s.a=r.b AND s.number<>r.number JOIN n y ON y.number=s.b JOIN aliases ON aliases.node=r.a WHERE alias='alias 1' GROUP BY y.id`},
}

// TestAgainstSQL compares the answers to every question with those that SQLite
// gives over the graph files of random graphs.
func TestAgainstSQL(t *testing.T) {
	if len(sqlCases) < 40 {
		t.Fatalf("%d questions", len(sqlCases))
	}
	answered := make([]int, len(sqlCases))
	for seed := range uint64(12) {
		rng := rand.New(rand.NewPCG(seed, 9))
		g := random(t, rng, 8+rng.IntN(12), 20+rng.IntN(60))
		db := database(t, file(t, g), g)
		for i, c := range sqlCases {
			got, want := rows(t, g, c.query), sqlRows(t, db, c.with)
			answered[i] += len(want)
			if !c.ordered {
				slices.Sort(got)
				slices.Sort(want)
			}
			if !slices.Equal(got, want) {
				t.Errorf("seed %d: %s\ngot  %q\nwant %q", seed, c.query, without(got, want), without(want, got))
			}
		}
		if t.Failed() {
			return
		}
	}
	for i, n := range answered {
		if n == 0 {
			t.Errorf("nothing ever answers %s: the test says nothing", sqlCases[i].query)
		}
	}
}

// without returns what of a list is not in another, all of it if they differ
// in their order alone.
func without(list, other []string) []string {
	if len(list) == len(other) {
		return list
	}
	var out []string
	for _, s := range list {
		if i := slices.Index(other, s); i >= 0 {
			other = slices.Delete(slices.Clone(other), i, i+1)
		} else {
			out = append(out, s)
		}
	}
	return out
}

// rows returns the answer to a query about a graph in memory, a text a row.
func rows(t *testing.T, g *graph.Graph, text string) []string {
	t.Helper()
	q, err := query.Parse(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	r, err := q.Run(t.Context(), g, query.Options{})
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	var out []string
	for _, row := range r.Rows {
		var cells []string
		for _, v := range row.Values {
			cells = append(cells, cell(v))
		}
		out = append(out, strings.Join(cells, " "))
	}
	return out
}

func cell(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case *graph.Node:
		return v.ID
	case *graph.Edge:
		return v.ID
	case float64:
		return fmt.Sprintf("%.6f", v)
	case []any:
		var parts []string
		for _, x := range v {
			parts = append(parts, cell(x))
		}
		return strings.Join(parts, "|")
	}
	return fmt.Sprint(v)
}

func sqlRows(t *testing.T, db *sql.DB, text string) []string {
	t.Helper()
	for _, f := range []struct{ name, with string }{ // the first and the last day of a date
		{"lo(date)", "(substr(date,1,4)||substr(substr(date||'/',1,instr(date||'/','/')-1)||'-01-01',5,6))"},
		{"hi(date)", "(substr(substr(date,instr(date,'/')+1)||substr('-12-31',length(substr(date,instr(date,'/')+1))-3),1,10))"},
	} {
		text = strings.ReplaceAll(text, f.name, f.with)
	}
	found, err := db.Query(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	defer found.Close()
	columns, _ := found.Columns()
	var out []string
	for found.Next() {
		values, places := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			places[i] = &values[i]
		}
		if err := found.Scan(places...); err != nil {
			t.Fatal(err)
		}
		var cells []string
		for _, v := range values {
			cells = append(cells, cell(v))
		}
		out = append(out, strings.Join(cells, " "))
	}
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// file writes a graph to a graph file and returns its path.
func file(t *testing.T, g *graph.Graph) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "graph.kg")
	s, err := store.OpenToSave(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Save(t.Context(), nil, domain.Domain{}, g); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// database opens the graph file of a graph, with the views of the questions.
func database(t *testing.T, path string, g *graph.Graph) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1) // views belong to a connection
	var symmetric []string
	for _, r := range g.Schema().Relations() {
		if r.Symmetric {
			symmetric = append(symmetric, "'"+r.Name+"'")
		}
	}
	views := `CREATE TEMP VIEW n AS SELECT number, id, type, label, nullif(date,'') AS date, nullif(text,'') AS text FROM nodes;
CREATE TEMP VIEW every AS SELECT number, id, source AS a, target AS b, relation AS rel, modality AS mod, nullif(date,'') AS date, nullif(role,'') AS role, claimed, confidence AS conf FROM edges;
CREATE TEMP VIEW uevery AS SELECT * FROM every UNION ALL SELECT number, id, b, a, rel, mod, date, role, claimed, conf FROM every WHERE a<>b;
CREATE TEMP VIEW wevery AS SELECT * FROM every UNION ALL SELECT number, id, b, a, rel, mod, date, role, claimed, conf FROM every WHERE a<>b AND rel IN (` + strings.Join(symmetric, ",") + `);
CREATE TEMP VIEW e AS SELECT * FROM every WHERE mod<>'denied';
CREATE TEMP VIEW u AS SELECT * FROM uevery WHERE mod<>'denied';
CREATE TEMP VIEW w AS SELECT * FROM wevery WHERE mod<>'denied';`
	if _, err := db.Exec(views); err != nil {
		t.Fatal(err)
	}
	return db
}

// random makes a graph of the embedded schema.
func random(t testing.TB, rng *rand.Rand, size, edges int) *graph.Graph {
	t.Helper()
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	pick := func(list ...string) string { return list[rng.IntN(len(list))] }
	dates := []string{"", "", "2025-01-05", "2025-02", "2025-02-14", "2025", "2024-12", "2025-01-30/2025-02-02", "2025-03-31"}
	var nodes []graph.Node
	for i := range size {
		n := graph.Node{ID: fmt.Sprintf("x-%02d", i), Label: fmt.Sprintf("N%d", i), Type: pick("Person", "Person", "Organization", "Country", "Meeting", "Delegation"), Date: pick(dates...)}
		if i%3 == 1 {
			n.Aliases = []string{fmt.Sprintf("alias %d", i), "also"}
		}
		if i%4 == 0 {
			n.Text = "words"
		}
		nodes = append(nodes, n)
	}
	relations := []string{"met", "met", "met", "supported", "led", "led", "member_of", "member_of", "participated_in", "hosted", "accused", "opposed"}
	modalities := []schema.Modality{schema.Asserted, schema.Asserted, schema.Asserted, schema.Planned, schema.Possible, schema.Denied}
	var list []graph.Edge
	for len(list) < edges {
		a, b := nodes[rng.IntN(size)], nodes[rng.IntN(size)]
		e := graph.Edge{From: a.ID, To: b.ID, Relation: relations[rng.IntN(len(relations))], Modality: modalities[rng.IntN(len(modalities))], Date: pick(dates...),
			Role: pick("", "", "chair"), Confidence: float64(rng.IntN(100)) / 100, Rule: "r"}
		if rng.IntN(4) == 0 {
			e.Claimed = nodes[rng.IntN(size)].ID
		}
		text := fmt.Sprintf("sentence %d", len(list))
		e.Evidence = []graph.Evidence{{Doc: pick("a.txt", "b.txt"), Start: 10, End: 10 + len(text), Text: text}}
		if sch.Check(e.Relation, a.Type, b.Type) == nil {
			list = append(list, e)
		}
	}
	g, err := graph.New(nodes, list)
	if err != nil {
		t.Fatal(err)
	}
	return g
}
