package main

import (
	"strings"
	"testing"

	"kg/internal/explain"
)

// words finds the words of a sentence that begins at byte 100 of its document.
func words(t *testing.T, sentence, part string) explain.Words {
	t.Helper()
	i := strings.Index(sentence, part)
	if i < 0 {
		t.Fatalf("%q is not in %q", part, sentence)
	}
	return explain.Words{Start: 100 + i, End: 100 + i + len(part), Text: part}
}

func TestMarks(t *testing.T) {
	for _, c := range []struct{ sentence, subject, object, trigger, want string }{
		{"Ada met Bo.", "Ada", "Bo", "met", `
  Ada met Bo.
  sss ttt oo`},
		{"Léa\n\tmet  “Bø”.", "Léa", "Bø", "met", `
  Léa met “Bø”.
  sss ttt  oo`},
		{"Le\u0301a met Bo.", "Le\u0301a", "Bo", "met", "\n  Le\u0301a met Bo.\n  sss ttt oo"},
		{"The talks ended.", "The talks", "talks", "talks", `
  The talks ended.
  sss ttttt`},
		{"Ada Novak of the northern harbour office and all of her many colleagues there met Bo Lind.", "Ada Novak", "Bo Lind", "met", `
  Ada Novak of the northern harbour office and all of her many colleagues
  sss sssss
  there met Bo Lind.
        ttt oo oooo`},
		{strings.Repeat("a", 100) + " met Bo.", "a", "Bo", "met", "\n  " + strings.Repeat("a", 76) + "\n  s\n  " + strings.Repeat("a", 24) + " met Bo.\n" + strings.Repeat(" ", 27) + "ttt oo"},
	} {
		f := explain.Fact{
			Sentence: explain.Words{Start: 100, End: 100 + len(c.sentence), Text: c.sentence},
			Subject:  explain.End{Words: words(t, c.sentence, c.subject)},
			Object:   explain.End{Words: words(t, c.sentence, c.object)},
			Trigger:  words(t, c.sentence, c.trigger),
		}
		var b strings.Builder
		b.WriteString("\n")
		writeMarked(&b, &f)
		if got := strings.TrimRight(b.String(), "\n"); got != c.want {
			t.Errorf("%q:%s\nwant%s", c.sentence, got, c.want)
		}
	}
}

// FuzzMarks: whatever the sentence and the spans, each character that is shown
// has one mark, and no character of the sentence but space is lost.
func FuzzMarks(f *testing.F) {
	f.Add("Ada met Bo.", 0, 3, 4, 7)
	f.Add("Léa\n met “Bø”", -1, 40, 2, 1)
	f.Fuzz(func(t *testing.T, sentence string, a, b, c, d int) {
		x := explain.Fact{Sentence: explain.Words{Start: 0, End: len(sentence), Text: sentence},
			Subject: explain.End{Words: explain.Words{Start: a, End: b}}, Trigger: explain.Words{Start: c, End: d}}
		letters, marks := marked(&x)
		if len(letters) != len(marks) {
			t.Fatalf("%q: %d characters, %d marks", sentence, len(letters), len(marks))
		}
		for i, m := range marks {
			if m != ' ' && m != rune(noMark[0]) && letters[i] == ' ' {
				t.Errorf("%q: a space is marked", sentence)
			}
		}
	})
}
