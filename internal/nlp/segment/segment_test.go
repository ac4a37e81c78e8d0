package segment

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"kg/internal/nlp"
	"kg/internal/source"
	"kg/internal/text"
)

// show writes the words of a sentence parted by spaces, "+" before a joined
// word.
func show(s nlp.Sentence) string {
	var b strings.Builder
	for i, w := range s.Words {
		switch {
		case w.Joined:
			b.WriteByte('+')
		case i > 0:
			b.WriteByte(' ')
		}
		b.WriteString(w.Form)
	}
	return b.String()
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		// clitics
		{"She didn't say it's the minister's.", "She did+n't say it+'s the minister+'s ."},
		{"The ministers’ envoys can’t go", "The ministers+' envoys ca+n't go"},
		{"We cannot, and we're gonna wait", "We can+not , and we+'re gon+na wait"},
		{"O'Hara's o'clock in the 1990's", "O'Hara+'s o'clock in the 1990's"},
		{"'Twelve envoys' is the title", "' Twelve envoys ' is the title"},
		{"the '90s rock 'n' roll", "the '90s rock ' n ' roll"},
		// hyphens and dashes
		{"a long-term, 15-year non-binding deal", "a long - term , 15 - year non-binding deal"},
		{"The U.S.–Ukraine and UN-backed talks", "The U.S. – Ukraine and UN - backed talks"},
		{"his son-in-law's ex-wife e-mailed", "his son - in - law+'s ex-wife e-mailed"},
		{"peace—not war--now", "peace — not war -- now"},
		{"the pact of 2025-11-30 ended the war of 1969-1970", "the pact of 2025-11-30 ended the war of 1969 - 1970"},
		// abbreviations and initials
		{"Mr. J. R. Hale of Acme Inc. met Gen. Li", "Mr. J. R. Hale of Acme Inc. met Gen. Li"},
		{"the U.S. and the E.U. at 5 p.m. sharp", "the U.S. and the E.U. at 5 p.m. sharp"},
		{"on Nov. 30 at No. 10", "on Nov. 30 at No. 10"},
		{"No. They left.", "No . They left ."},
		{"Smith v. Board of Education", "Smith v. Board of Education"},
		{"plan B. The end", "plan B . The end"},
		// numbers
		{"$1.5bn, £20m and US$3 million, up 5.2% or 1,200 at 10:30am", "$ 1.5 bn , £ 20 m and US$ 3 million , up 5.2 % or 1,200 at 10:30 am"},
		{"the 21st, the 1980s, A4 and 24/7", "the 21st , the 1980s , A4 and 24/7"},
		{"call +44 20 or 555-123-4567", "call +44 20 or 555-123-4567"},
		// addresses
		{"See https://example.org/a_(b)?c=1, or mail a.b@example.com.", "See https://example.org/a_(b)?c=1 , or mail a.b@example.com ."},
		{"@some_one wrote #PeaceNow on example.com/news.", "@some_one wrote #PeaceNow on example.com/news ."},
		{"The talks ended.They left", "The talks ended . They left"},
		// punctuation
		{"“Wait…” he said—‘why?!’", `" Wait ... " he said — ' why ?! '`},
		{"(L-R) A, B/C & AT&T", "( L - R ) A , B / C & AT&T"},
		// marks that are not seen
		{"co\u00adop\u00aderation\u200b and\u00a0\u200bpeace\ufeff.", "cooperation and peace ."},
	} {
		var got []string
		for s := range Each(c.in, nil) {
			got = append(got, show(s))
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.in, g, c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		name string
		in   string // sentences parted by "|", paragraphs by "||"
	}{
		{"plain", "The talks began on Sunday. They ended on Monday! Who won?"},
		{"titles", "Mr. Hale met Sen. Ruth Okoro and Lt. Gen. Ito. | Dr. No was absent."},
		{"acronyms", "The U.S. Senate and U.S. officials met U.N. Secretary-General Ito in Washington D.C. Tuesday. | They left the U.S. | The talks go on."},
		{"initials", "J. K. Oduya and Harry S. Lindt spoke. | Plan B. | The rest is silence."},
		{"months", "It was signed on Nov. 30 in Geneva. | It ended in Dec. 1999."},
		{"numbers", "She lives at No. 10 now. | No. 3 is empty. | The rate rose by 3.5 percent."},
		{"companies", "Acme Corp. Chairman Ada Lund left. | Acme Inc. also fell."},
		{"quotes", "“We want peace. | We want it now,” she said. | “Why not?” he asked."},
		{"quote end", "“The war is over.” | He said no more."},
		{"speaker", "“Will it hold?” Deputy Minister Ruth Lund asked. | “Never again!” Ek said."},
		{"no speaker", "“Will it hold?” | Ruth Lund left the room."},
		{"bullets", "• The plan has 28 points | • It was drafted in May | • It failed"},
		{"latin", "Several towns (e.g. The Hague, i.e. Den Haag) were hit."},
		{"dash", "Envoys met in two towns – Lvov and Kyiv – on Monday."},
		{"money", "It costs approx. €3.50/kg in the U.K. | He paid."},
		{"retired", "Gen. (ret.) Ito of Acme! Inc. left."},
		{"ellipsis", "He paused … and went on. | Then he left..."},
		{"caption", "(L-R) Foreign Minister Ada Lund and Envoy Per Ek speak to reporters."},
		{"dateline", "LONDON, December 1, 2025 – | The minister said no."},
		{"agency", "GENEVA (XYZ) — | Envoys met on Monday."},
		{"not a dateline", "Talks in Geneva – the third round – failed."},
		{"headline", "Envoys Head To Geneva As Prime Minister Lund Meets President Ek"},
		{"capitals", "LEADERS MEET IN GENEVA FOR TALKS ON TREATY"},
		{"list", "Ada Lund, Minister of Finance || Per Ek, Envoy || The talks"},
		{"colon", "The minister listed three demands: land, money and time."},
		{"court", "In Brown v. Board the court ruled. | It was 1954."},
	} {
		var blocks []source.Block
		var want []string
		src, start := "", 0
		for par := range strings.SplitSeq(c.in, " || ") {
			start = len(src)
			src += strings.ReplaceAll(par, " | ", " ")
			blocks = append(blocks, source.Block{Kind: source.Paragraph, Span: text.Span{Start: start, End: len(src)}})
			src += "\n"
			want = append(want, strings.Split(par, " | ")...)
		}
		if c.name == "plain" {
			want = []string{"The talks began on Sunday.", "They ended on Monday!", "Who won?"}
		}
		var got []string
		for _, s := range Split(src, blocks) {
			got = append(got, s.Span.Of(src))
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, want)
		}
	}
}

func TestBlocks(t *testing.T) {
	src := "Skip this.\nA headline\nbody text"
	got := Split(src, []source.Block{{Span: text.Span{Start: 11, End: 21}}, {Span: text.Span{Start: 22, End: len(src)}}})
	if len(got) != 2 || got[0].Block != 0 || got[1].Block != 1 || got[1].Span.Of(src) != "body text" {
		t.Errorf("got %+v", got)
	}
	if got := Split("One line\nand its rest.\n \t\n\nTwo", nil); len(got) != 2 || got[1].Block != 1 {
		t.Errorf("paragraphs: %+v", got)
	}
	for _, empty := range []string{"", " \n\n ", "\u200b"} {
		if got := Split(empty, nil); len(got) != 0 {
			t.Errorf("Split(%q) = %+v", empty, got)
		}
	}
}

// TestLinear reads hostile texts of one length and of 32 times that. The longer
// takes 32 times as long, by a quadratic scan 1024 times. The limit lies between,
// as a busy machine slows long runs more than short ones.
func TestLinear(t *testing.T) {
	const size, growth, most, tries = 1 << 12, 32, 256, 4
	for name, unit := range map[string]string{
		"letters": "x", "stops": "a.", "brackets": "(", "closing": ")", "quotes": "'", "hyphens": "a-", "signs": "@a", "digits": "1-",
		"acronym": "U.", "apostrophes": "a'", "ampersand": "A&", "words": "word ", "spaces": "a" + strings.Repeat(" ", 100), "capitals": "No. ",
		"link": "http://a) ", "links": "www.", "marks": "\u200b", "accents": "é.",
	} {
		short, long := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
		for range tries {
			short = min(short, splitTime(strings.Repeat(unit, size/len(unit))))
			long = min(long, splitTime(strings.Repeat(unit, growth*size/len(unit))))
			if long < most*short {
				break
			}
		}
		if long >= most*short {
			t.Errorf("%s: %d bytes take %v, %d times that %v", name, size, short, growth, long)
		}
	}
}

// splitTime is how long it takes to read the sentences of a text.
func splitTime(text string) time.Duration {
	began := time.Now()
	for range Each(text, nil) {
	}
	return time.Since(began)
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{
		"Mr. A. B. Lund's U.S.–based “plan” can't… end. It did!", "a\xffb\x00c \u200b\u00ad'n' ", "http://x.y/(z). @a #b 1,2-3-4 $5m's",
		"co\u00adop\u2011er W/O s/he AT&T's 5'11\" ``x'' ''", "[...] ;-) U.S.A.", "é.É.’s‘’",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		last := 0
		for _, s := range Split(src, nil) {
			if len(s.Words) == 0 || s.Span.Start < last || s.Span.End > len(src) {
				t.Fatalf("sentence %v after %d with %d words", s.Span, last, len(s.Words))
			}
			for i, w := range s.Words {
				if w.Span.Start < last || w.Span.Len() <= 0 || !s.Span.Contains(w.Span) {
					t.Fatalf("word %q at %v after %d in %v", w.Form, w.Span, last, s.Span)
				}
				raw := w.Span.Of(src)
				for k := 0; k < len(raw); {
					if spaceAt(raw[k:]) > 0 {
						t.Fatalf("white space in %q", raw)
					}
					k += runeLen(raw[k:])
				}
				if w.Form == "" || w.Head != -1 || i == 0 && w.Joined || w.Joined && w.Span.Start != last {
					t.Fatalf("word %+v after %d", w, last)
				}
				if utf8.ValidString(src) && !utf8.ValidString(raw) {
					t.Fatalf("word %q cuts a character", raw)
				}
				last = w.Span.End
			}
		}
	})
}

func BenchmarkSplit(b *testing.B) {
	const par = "GENEVA (XYZ) — Prime Minister Ada Lund's envoys met U.S. and E.U. officials on Nov. 30, 2025, for long-term talks. " +
		"“We can't accept the plan,” said Mr. Per Ek, who'd led the 12-member team. The $1.5bn deal isn't dead, he added.\n\n"
	src := strings.Repeat(par, 500)
	words := 0
	for s := range Each(src, nil) {
		words += len(s.Words)
	}
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		for range Each(src, nil) {
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func ExampleSplit() {
	for _, s := range Split("Mr. Ek didn't sign. The U.S.-led talks go on.", nil) {
		for _, w := range s.Words {
			fmt.Print("[", w.Form, "]")
		}
		fmt.Println()
	}
	// Output:
	// [Mr.][Ek][did][n't][sign][.]
	// [The][U.S.][-][led][talks][go][on][.]
}
