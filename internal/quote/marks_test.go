package quote

import (
	"strings"
	"testing"

	"kg/internal/source"
	"kg/internal/text"
)

func blocksOf(src string) []source.Block {
	var out []source.Block
	at := 0
	for p := range strings.SplitSeq(src, "\n\n") {
		out = append(out, source.Block{Kind: source.Paragraph, Span: text.Span{Start: at, End: at + len(p)}})
		at += len(p) + 2
	}
	return out
}

func TestSegments(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`He said “no way out” and left.`, "no way out"},
		{`He said "no way out" and left.`, "no way out"},
		{`He said 'no way out' and left.`, "no way out"},
		{`“One,” he said, “two.”`, "One,|two."},
		{`"One," he said, "two."`, "One,|two."},
		{`The farmers’ union said ‘the farmers’ land is ours’.`, "the farmers’ land is ours"},
		{`‘We won’t go,’ she said, ‘and that’s that.’`, "We won’t go,|and that’s that."},
		{`“She said ‘never’ to me,” he wrote.`, "She said ‘never’ to me,"},
		{`The '90s and the workers' party of the Smiths' street.`, ""},
		{`It is 5" wide.`, ""},
		{`“One has no end. He left.`, ""},
		{"“One.\n\n“Two.”", "One.|Two."},
		{"“One.\n\nHe left. “Two.”", "Two."},
		{`He wrote «no way out» to us.`, "no way out"},
		{`(“Three words here”)`, "Three words here"},
		{``, ""},
	} {
		var got []string
		for _, s := range segments(c.in, blocksOf(c.in)) {
			got = append(got, s.inner.Of(c.in))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, strings.Join(got, "|"), c.want)
		}
	}
}

func FuzzSegments(f *testing.F) {
	for _, s := range []string{`“a” ‘b’ "c" 'd' «e»`, "“a\n\n“b\n\n“c”", `"""'''‘’`, "x\n\n\n\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		end := 0
		for _, s := range segments(src, blocksOf(src)) {
			if s.outer.Start < end || s.outer.End > len(src) || !s.outer.Contains(s.inner) || s.inner.Len() < 0 {
				t.Fatalf("%q: %v after %d", src, s, end)
			}
			end = s.outer.End
		}
	})
}
