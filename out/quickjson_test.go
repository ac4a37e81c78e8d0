package out

import (
	"encoding/json"
	"reflect"
	"testing"

	"kg/graph"
	"kg/schema"
)

// written is an edge as JSON writes it.
func written(tb testing.TB) []byte {
	s, err := schema.Load()
	if err != nil {
		tb.Fatal(err)
	}
	text, err := json.Marshal(jsonEdgeOf(s, &graph.Edge{ID: "e-1", From: "p-a", To: "p-b", Relation: "met", Modality: schema.Denied, Date: "2025-03",
		Role: "envoy", Claimed: "p-c", Confidence: 0.75, Rule: "met.verb", Evidence: []graph.Evidence{
			{Doc: "a.txt", Start: 7, End: 19, Text: "Gil met Núñe", Date: "2025-03-02", Rule: "met.verb"}, {Doc: "b.txt", End: 3, Text: "Yes", Copy: "a.txt"}}}))
	if err != nil {
		tb.Fatal(err)
	}
	return text
}

// sameAsJSON holds what is read quickly against encoding/json.
func sameAsJSON(t *testing.T, text []byte) (quick bool) {
	got, ok := quickEdge(text)
	if !ok {
		return false
	}
	var want jsonEdge
	if err := json.Unmarshal(text, &want); err != nil {
		t.Errorf("%s: read quickly, but encoding/json says: %v", text, err)
	}
	if want.ID, want.Label = "", ""; !reflect.DeepEqual(got, &want) {
		t.Errorf("%s:\ngot  %+v\nwant %+v", text, got, &want)
	}
	return true
}

// TestQuickEdge: what JSON writes is read quickly, and so are blanks; what
// means something else to encoding/json is left to it.
func TestQuickEdge(t *testing.T) {
	for _, c := range []struct {
		text  string
		quick bool
	}{
		{string(written(t)), true},
		{`{}`, true},
		{" { \"source\" : \"a\" ,\n\"directed\": false , \"metadata\" : { \"confidence\" : -1.5e-2 , \"sources\" : 3 , \"evidence\" : [ ] } } ", true},
		{`{"source":"a","source":"b","metadata":{"date":"2025"},"metadata":{"role":"r"}}`, true},
		{`{"metadata":{"evidence":[{},{"start":1,"end":-2}]}}`, true},
		{`{"metadata":{"evidence":[{"doc":"a","text":"x"}],"evidence":[{"doc":"b"}]}}`, false},
		{`{"source":"a\"b"}`, false},
		{`{"source":"a\\"}`, false},
		{"{\"source\":\"a\xff\"}", false},
		{`{"SOURCE":"a"}`, false},
		{`{"more":{"source":"a"}}`, false},
		{`{"source":null}`, false},
		{`{"source":5}`, false},
		{`{"id":5}`, false},
		{`{"directed":"true"}`, false},
		{`{"metadata":{"sources":1.0}}`, false},
		{`{"metadata":{"sources":"1"}}`, false},
		{`{"metadata":{"confidence":1e999}}`, false},
		{`{"metadata":[]}`, false},
		{`[]`, false},
		{`null`, false},
	} {
		if quick := sameAsJSON(t, []byte(c.text)); quick != c.quick {
			t.Errorf("%s: read quickly: %v", c.text, quick)
		}
	}
}

func FuzzQuickEdge(f *testing.F) {
	f.Add(written(f))
	f.Add([]byte(`{"metadata":{"evidence":[{"edge":{}}]}}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		if json.Valid(text) {
			sameAsJSON(t, text)
		}
	})
}

func BenchmarkQuickEdge(b *testing.B) {
	text := written(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := quickEdge(text); !ok {
			b.Fatal("not read")
		}
	}
}
