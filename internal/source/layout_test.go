package source

import (
	"fmt"
	"strings"
	"testing"
)

var kindNames = map[BlockKind]string{Paragraph: "p", Title: "title", Heading: "heading", Dateline: "dateline", Byline: "byline", Caption: "caption", Furniture: "furniture"}

// show prints one line a block, white space folded.
func show(d *Document) string {
	var b strings.Builder
	for _, bl := range d.Blocks {
		fmt.Fprintf(&b, "%s: %s\n", kindNames[bl.Kind], strings.Join(strings.Fields(bl.Span.Of(d.Text)), " "))
	}
	return b.String()
}

func TestLayout(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"one sentence is a paragraph", "Envoys met in Doha", "p: Envoys met in Doha\n"},
		{"wire story", "Envoys meet in Doha\nBy Ada Storm, Reuters\nDOHA, March 3, 2024 (Reuters) - Two envoys met on Sunday.\nThey parted friends.\n",
			"title: Envoys meet in Doha\nbyline: By Ada Storm, Reuters\ndateline: DOHA, March 3, 2024 (Reuters) -\np: Two envoys met on Sunday.\np: They parted friends.\n"},
		{"bare name above the date", "Envoys meet in Doha\n\nAda Storm\nMarch 3, 2024\n\nTwo envoys met on Sunday.",
			"title: Envoys meet in Doha\nbyline: Ada Storm\ndateline: March 3, 2024\np: Two envoys met on Sunday.\n"},
		{"rubric, headings and a list", "World\nEnvoys meet in Doha again\nTwo envoys met on Sunday.\nKey Points:\nBoth want peace.\nWhat comes next?\nNobody knows yet.\n- the port of Mora\nThe minister said:\nWe hope.\nAdvertisement\nPost a Comment",
			"heading: World\ntitle: Envoys meet in Doha again\np: Two envoys met on Sunday.\nheading: Key Points:\np: Both want peace.\nheading: What comes next?\np: Nobody knows yet.\np: - the port of Mora\np: The minister said:\np: We hope.\nfurniture: Advertisement\nfurniture: Post a Comment\n"},
		{"captions", "Envoys meet in Doha\n\n(L-R) Ada Storm and Bo Lund at the gate. Photo by Kim/AFP/Getty Images\n\nAda Storm, left, greets Bo Lund, March 2, 2024, Doha.\n\nImage: Wire Pix\n\nTwo envoys met on Sunday.",
			"title: Envoys meet in Doha\nfurniture: (L-R)\ncaption: Ada Storm and Bo Lund at the gate. Photo by Kim/AFP/Getty Images\ncaption: Ada Storm, left, greets Bo Lund, March 2, 2024, Doha.\ncaption: Image: Wire Pix\np: Two envoys met on Sunday.\n"},
		{"hard-wrapped", "Envoys meet in Doha\n\nTwo envoys met on Sunday in the old harbour of the city, and\nthey spoke for four hours about the river that divides their two\ncountries.\n\nNobody was in a hurry to leave the room, said a waiter, who had\nseen many such meetings in his time.\n",
			"title: Envoys meet in Doha\np: Two envoys met on Sunday in the old harbour of the city, and they spoke for four hours about the river that divides their two countries.\np: Nobody was in a hurry to leave the room, said a waiter, who had seen many such meetings in his time.\n"},
		{"headlines are not wrapped text", "Envoys of two countries meet in the harbour\nFerries resume after a week of heavy storms\nMinister denies that he offered to resign now\n",
			"title: Envoys of two countries meet in the harbour\nheading: Ferries resume after a week of heavy storms\np: Minister denies that he offered to resign now\n"},
		{"interview", "The future of the river\n\nHarbour News: Do you hope?\n\nAda Storm: I do. It is late.\n\nHARBOUR NEWS: Why late?\n\nAda Storm: Look around you.",
			"title: The future of the river\np: Harbour News: Do you hope?\np: Ada Storm: I do. It is late.\np: HARBOUR NEWS: Why late?\np: Ada Storm: Look around you.\n"},
		{"markdown", "# Envoys meet\n\nTwo envoys met.\n\n## Background\n\nThey had met before.\n",
			"furniture: #\ntitle: Envoys meet\np: Two envoys met.\nfurniture: ##\nheading: Background\np: They had met before.\n"},
		{"a web page", "Envoys meet in Doha\nPublished\n1 December 2025\nBy Ada Storm\nShare\nImage source, Getty Images\nImage caption,\nBo Lund greets Kim\nTwo envoys met on Sunday.\n1. Background\nThey had met before.\nPage 2 of 3\n",
			"title: Envoys meet in Doha\nfurniture: Published\ndateline: 1 December 2025\nbyline: By Ada Storm\nfurniture: Share\ncaption: Image source, Getty Images\nfurniture: Image caption,\ncaption: Bo Lund greets Kim\np: Two envoys met on Sunday.\nheading: 1. Background\np: They had met before.\nfurniture: Page 2 of 3\n"},
		{"authors with their places", "Envoys meet in Doha\n\nAda Storm in Doha and Bo Lund in Lima\nMon 1 Dec 2025 18.03 GMT\n\nTwo envoys met.",
			"title: Envoys meet in Doha\nbyline: Ada Storm in Doha and Bo Lund in Lima\ndateline: Mon 1 Dec 2025 18.03 GMT\np: Two envoys met.\n"},
		{"BOM and CRLF", "\ufeffEnvoys meet in Doha\r\n\r\nTwo envoys met.\r\n", "title: Envoys meet in Doha\np: Two envoys met.\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, err := Parse("a.txt", []byte(tt.text), "")
			if err != nil {
				t.Fatal(err)
			}
			if got := show(d); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}

func TestHead(t *testing.T) {
	tests := []struct{ text, head string }{ // an empty head: none is there
		{"LONDON, December 1, 2025 – The talks began.", "LONDON, December 1, 2025 –"},
		{"WASHINGTON — The talks began.", "WASHINGTON —"},
		{"KYIV, Ukraine (AP) — The talks began.", "KYIV, Ukraine (AP) —"},
		{"KYIV, Ukraine — Dec. 1, 2025 — The talks began.", "KYIV, Ukraine — Dec. 1, 2025 —"},
		{"MINSK, Oct 8 — The talks began.", "MINSK, Oct 8 —"},
		{"GENEVA (1 December 2025) – The talks began.", "GENEVA (1 December 2025) –"},
		{"ST. PAUL, Minn., Dec. 1, 2025 /PRNewswire/ -- The talks began.", "ST. PAUL, Minn., Dec. 1, 2025 /PRNewswire/ --"},
		{"RIO DE JANEIRO—The talks began.", "RIO DE JANEIRO—"},
		{"Brussels, 12 January 2026 — The talks began.", "Brussels, 12 January 2026 —"},
		{"Lac-Noir, Que. — The talks began.", "Lac-Noir, Que. —"},
		{"Geneva – The talks began.", "Geneva –"},
		{"(Reuters) - The talks began.", "(Reuters) -"},
		{"Dec 1 (Reuters) - The talks began.", "Dec 1 (Reuters) -"},
		{"DOHA, December 1. /TASS/. The talks began.", "DOHA, December 1. /TASS/."},
		{"DOHA. Dec 1 (Interfax) - The talks began.", "DOHA. Dec 1 (Interfax) -"},
		{"ACCRA: The talks began.", "ACCRA:"},
		{"PRESS RELEASE — The talks began.", "PRESS RELEASE —"},
		{"Ada Storm — a skater by trade — is the consul.", ""},
		{"Three ministers – Ada Storm, Bo Lund and Kim – left.", ""},
		{"The river states — Mora and Tal — met.", ""},
		{"NATO — the alliance of the north — said nothing.", ""},
		{"Monday – The talks began.", ""},
		{"The talks, which were held in Doha — Qatar's capital — began.", ""},
		{"Q: When do they meet?", ""},
		{"He said: The talks began.", ""},
		{"A man-made lake.", ""},
	}
	for _, tt := range tests {
		h, ok := readHead(tt.text, position{early: true})
		got := ""
		if ok {
			got = strings.TrimSpace(tt.text[:h.end])
		}
		if got != tt.head {
			t.Errorf("readHead(%q) = %q, want %q", tt.text, got, tt.head)
		}
	}
}

func TestDate(t *testing.T) {
	const title, body = "Envoys meet in Doha\n\n", "\n\nTwo envoys met on Sunday in the harbour.\n"
	tests := []struct{ name, text, flag, date, dated string }{
		{"a.txt", title + "Dec 1, 2025" + body, "2020-01-01", "2025-12-01", "date line"},
		{"a.txt", title + "1 December 2025" + body, "", "2025-12-01", "date line"},
		{"a.txt", title + "Friday, August 21, 2015" + body, "", "2015-08-21", "date line"},
		{"a.txt", title + "2025-12-01" + body, "", "2025-12-01", "date line"},
		{"a.txt", title + "01.12.2025" + body, "", "2025-12-01", "date line"},
		{"a.txt", title + "25/12/2025" + body, "", "2025-12-25", "date line"},
		{"a.txt", title + "03/04/2025" + body, "", "", ""},
		{"a.txt", title + "August 08, 1974" + body, "", "1974-08-08", "date line"},
		{"a.txt", title + "Published: 1st December 2025 at 10:35 GMT" + body, "", "2025-12-01", "date line"},
		{"a.txt", title + "Updated: December 3, 2025\nPublished: December 1, 2025" + body, "", "2025-12-01", "date line"},
		{"a.txt", title + "Published 1 Dec 2025, 10:35 a.m. EST | Updated 3 Dec 2025" + body, "", "2025-12-01", "date line"},
		{"a.txt", title + "December 1, 2025 10:35 AM UTC Updated 2 hours ago" + body, "", "2025-12-01", "date line"},
		{"a.txt", title + "By Ada Storm | Dec 1, 2025 | 4 min read" + body, "", "2025-12-01", "date line"},
		{"a.txt", title + "DOHA, QATAR — December 2, 2025" + body, "", "2025-12-02", "date line"},
		{"a.txt", title + "December 1" + body, "2026-01-05", "2025-12-01", "date line, year from flag"},
		{"a.txt", "DOHA, Dec 31 — Two envoys met.", "2026-01-02", "2025-12-31", "dateline, year from flag"},
		{"a.txt", "DOHA, Feb 29 — Two envoys met.", "2025-03-01", "2024-02-29", "dateline, year from flag"},
		{"a.txt", "DOHA, Dec 31 — Two envoys met.", "", "", ""},
		{"a.txt", "DOHA, Dec 31, 2024 (Reuters) — Two envoys met.", "2026-01-02", "2024-12-31", "dateline"},
		{"2025-11-30-doha.txt", title + body, "2026-01-02", "2025-11-30", "file name"},
		{"a.txt", title + "Ada Storm, left, in Doha, March 2, 2024. Photo by Kim" + body, "2026-01-02", "2026-01-02", "flag"},
		{"a.txt", title + "Ada Storm, left, in Doha, March 2, 2024. Photo by Kim" + body, "", "2024-03-02", "caption"},
		{"a.txt", title + "File photo: Ada Storm in Doha, March 2, 2004." + body, "", "", ""},
		{"a.txt", title + "On December 1, 2025, two envoys met in Doha and parted friends.", "", "2025-12-01", "text"},
		{"a.txt", title + "Ada Storm, born on May 3, 1950, met Karl Lund in 2025.", "", "", ""},
		{"a.txt", title + "On May 3, 2024, two envoys met. They met again on May 5, 2024.", "", "2024-05-05", "text"},
		{"a.txt", title + "Statement of 31 February 2025" + body, "", "", ""},
	}
	for _, tt := range tests {
		d, err := Parse(tt.name, []byte(tt.text), tt.flag)
		if err != nil {
			t.Fatal(err)
		}
		if d.Date != tt.date || d.Dated != tt.dated {
			t.Errorf("%q: date %q from %q, want %q from %q", tt.text, d.Date, d.Dated, tt.date, tt.dated)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("Envoys meet\n\nBy Ada Storm\nDec 1, 2025\nDOHA — Two envoys met.\n\nPhoto by Kim\n")
	f.Add("\ufeff- a\r\n\r\n# b\rKYIV, Ukraine — Dec. 1, 2025 — The")
	f.Add("(L-R)\nCAPTION:\nQ: a\nQ: b\nQ: c\n")
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse("f.txt", []byte(s), "2025-12-01")
		if err != nil {
			return
		}
		end := 0
		for _, b := range d.Blocks {
			if b.Span.Start < end || b.Span.Len() <= 0 || b.Span.End > len(s) {
				t.Fatalf("block %v after %d in %d bytes", b, end, len(s))
			}
			if t2 := trim(s, b.Span); t2 != b.Span {
				t.Fatalf("block %q begins or ends with blanks", b.Span.Of(s))
			}
			if kindNames[b.Kind] == "" {
				t.Fatalf("block without a kind: %v", b)
			}
			if blank := strings.TrimFunc(s[end:b.Span.Start], isBlank); blank != "" {
				t.Fatalf("%q is in no block", blank)
			}
			end = b.Span.End
		}
		if blank := strings.TrimFunc(s[end:], isBlank); blank != "" {
			t.Fatalf("%q is in no block", blank)
		}
		if d.Text != s {
			t.Fatal("the text was changed")
		}
	})
}

func BenchmarkParse(b *testing.B) {
	text := []byte("Envoys meet in Doha\n\nBy Ada Storm\nDec 1, 2025\n\n" + strings.Repeat("DOHA — Two envoys met on Sunday in the old harbour of the city. They spoke for four hours.\n\n", 100))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("a.txt", text, ""); err != nil {
			b.Fatal(err)
		}
	}
}

// TestShortcuts: what is asked first, for speed, never hides what the patterns
// would find.
func TestShortcuts(t *testing.T) {
	for _, s := range []string{
		"Photo by Ada Lund", "Image credit: X", "Picture courtesy of Y", "photograph by Z", "File photo: A", "an image: b", "(AP Photo/A)", "(AFP)", "(EPA)", "B (Reuters/C)",
		"Ada, /AP", "via Getty", "EPA-EFE", "Handout", "AP Photo", "Getty Images", "REUTERS/D", "Illustration: E", "CAPTION: F", "Caption by G", "via REUTERS",
	} {
		if credit().MatchString(s) && !hasCreditSign(s) {
			t.Errorf("%q has no credit sign", s)
		}
	}
	for _, s := range []string{
		"Published", "First published at 10:30", "Last updated 2 hours ago", "19:30 GMT", "5 p.m.", "a day ago", "An hour ago", "Posted on", "+02:00", "12:15 local time", "Issued", "As of 10.30 CET", "3 weeks ago", "date:",
	} {
		if !isClockLine(s) {
			t.Errorf("%q is no clock line", s)
		}
	}
}
