package when_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"kg/internal/nlp"
	"kg/internal/text"
	"kg/internal/when"
)

var wordPattern = regexp.MustCompile(`'s\b|’s\b|(?:[A-Z]\.){2,}|(?:Mr|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thurs|Fri|Sat|Sun)\.|\d+(?:[./,-]\d+)+|\d+(?:st|nd|rd|th|s)\b|[\p{L}\d]+(?:-[\p{L}\d]+)*|\S`)

// sentence makes words of forms alone.
func sentence(src string) nlp.Sentence {
	var s nlp.Sentence
	for _, m := range wordPattern.FindAllStringIndex(src, -1) {
		span := text.Span{Start: m[0], End: m[1]}
		s.Words = append(s.Words, nlp.Word{Span: span, Form: strings.ReplaceAll(span.Of(src), "’", "'"), Head: -1})
	}
	if n := len(s.Words); n > 0 {
		s.Span = text.Span{Start: 0, End: s.Words[n-1].Span.End}
	}
	return s
}

func mustParse(t testing.TB, s string) when.Date {
	t.Helper()
	d, err := when.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func find(t testing.TB, anchor, previous, src string) string {
	t.Helper()
	s := sentence(src)
	var out []string
	for _, e := range when.Find(&s, when.Context{Anchor: mustParse(t, anchor), Previous: mustParse(t, previous)}) {
		x := e.Span.Of(src) + "=" + e.Date.String()
		if e.Kind != when.At {
			x += " " + e.Kind.String()
		}
		if e.Clause {
			x += " clause"
		}
		if e.Measure {
			x += " measure"
		}
		out = append(out, x)
	}
	return strings.Join(out, "; ")
}

// The anchor of the tables is Wednesday, 12 March 2014.
const anchor = "2014-03-12"

func TestAbsolute(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"The port was shut on 2014-03-09.", "2014-03-09=2014-03-09"},
		{"The port was shut on March 9.", "March 9=2014-03-09"},
		{"The port was shut on Mar. 9, 2013.", "Mar. 9, 2013=2013-03-09"},
		{"The port was shut on 9 March 2013, they said.", "9 March 2013=2013-03-09"},
		{"The port was shut on the 9th of March.", "the 9th of March=2014-03-09"},
		{"The port was shut on Sunday, March 9, 2014.", "Sunday, March 9, 2014=2014-03-09"},
		{"The port was shut on Sunday 9 March.", "Sunday 9 March=2014-03-09"},
		{"The port was shut on 25 November.", "25 November=2013-11-25"},
		{"The port will be shut on 25 November.", "25 November=2014-11-25"},
		{"The port was shut on February 30.", ""},
		{"The port was shut on 3/31/2013.", "3/31/2013=2013-03-31"},
		{"The port was shut on 31/3/2013.", "31/3/2013=2013-03-31"},
		{"The port was shut on 4/3/2013.", "4/3/2013=2013"},
		{"The port was shut on 31.03.2013.", "31.03.2013=2013-03-31"},
		{"They sat from March 3 to 5.", "from March 3 to 5=2014-03-03/2014-03-05"},
		{"They sat on March 3-5, 2012.", "March 3-5, 2012=2012-03-03/2012-03-05"},
		{"They sat between 3 and 5 March.", "between 3 and 5 March=2014-03-03/2014-03-05"},
		{"They sat from 28 February to 2 March.", "from 28 February to 2 March=2014-02-28/2014-03-02"},
		{"They sat from December 30, 2012, to January 2, 2013.", "from December 30, 2012, to January 2, 2013=2012-12-30/2013-01-02"},
		{"They sat from December 30 to January 2, 2013.", "from December 30 to January 2, 2013=2012-12-30/2013-01-02"},
		{"In 2009 the pact lapsed.", "2009=2009"},
		{"The 2010 census counted 2000 villages.", "2010=2010"},
		{"About 1900 people fled.", ""},
		{"It had 1995 ships in 1995.", "1995=1995"},
		{"The pact of May 2009 lapsed.", "May 2009=2009-05"},
		{"She led the bank from 2009 to 2012.", "from 2009 to 2012=2009-01-01/2012-12-31"},
		{"She led the bank in 2009–12.", "2009–12=2009-01-01/2012-12-31"},
		{"Prices rose in the 1990s.", "the 1990s=1990-01-01/1999-12-31"},
		{"Prices rose in the late 1990s.", "the late 1990s=1990-01-01/1999-12-31"},
		{"In early 2009 the pact lapsed.", "early 2009=2009"},
		{"It lapsed in the first half of 2009.", "the first half of 2009=2009"},
		{"It lapsed in the third quarter of 2009.", "the third quarter of 2009=2009-07-01/2009-09-30"},
		{"It lapsed in Q2 2009.", "Q2 2009=2009-04-01/2009-06-30"},
		{"It lapsed in the summer of 2009.", "the summer of 2009=2009-06-01/2009-08-31"},
		{"It lapsed on the last Friday of May 2009.", "the last Friday of May 2009=2009-05-29"},
	} {
		if got := find(t, anchor, "", c.in); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

// TestMeasure covers words that count or compare over a time, beside words that
// only look like them.
func TestMeasure(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"They met on Monday for the fifth time this year.", "Monday=2014-03-10; this year=2014 measure"},
		{"They spoke for the first time since January.", "January=2014-01 since measure"},
		{"It was their first meeting since 2009.", "2009=2009 since measure"},
		{"They have spoken since January.", "January=2014-01 since"},
		{"The first round was held this year.", "this year=2014"},
		{"The talks will be held in the coming week.", "coming week=2014-03"},
		{"He slept for the next week.", ""},
	} {
		if got := find(t, anchor, "", c.in); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestMonths(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"The pact lapsed in January.", "January=2014-01"},
		{"The pact lapsed in May.", "May=2013-05"},
		{"The pact will lapse in May.", "May=2014-05"},
		{"May they never meet again.", ""},
		{"They march in the rain.", ""},
		{"Theresa May met the envoy.", ""},
		{"The mid-January vote was annulled.", "mid-January=2014-01"},
		{"It lapsed in early December.", "early December=2013-12"},
		{"It lapsed at the end of November.", "the end of November=2013-11"},
		{"It will lapse in the second half of June.", "the second half of June=2014-06"},
		{"It lapsed in the last week of January.", "the last week of January=2014-01"},
		{"It lapsed last November.", "last November=2013-11"},
		{"It lapsed late last month.", "late last month=2014-02"},
		{"They are to meet again next month.", "next month=2014-04"},
		{"Since March the road has been open.", "March=2014-03 since"},
		{"January's deal collapsed.", "January's=2014-01"},
		{"It lapsed in May of last year.", "May of last year=2013-05"},
		{"By the end of the month they will sign.", "the end of the month=2014-03 by"},
		{"Before the month is out they will sign.", "the month is out=2014-03 by"},
		{"By year's end they will sign.", "year's end=2014 by"},
		{"They signed on the first of the month.", "the first of the month=2014-03-01"},
		{"They signed on the 7th.", "the 7th=2014-03-07"},
		{"They stood on the 7th floor.", ""},
		{"They signed last autumn.", "last autumn=2013-09-01/2013-11-30"},
		{"They sat from January to February.", "from January to February=2014-01-01/2014-02-28"},
	} {
		if got := find(t, anchor, "", c.in); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestWeekdays(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"The two premiers met on Sunday.", "Sunday=2014-03-09"},
		{"The two premiers met on Wednesday.", "Wednesday=2014-03-12"},
		{"The two premiers will meet on Sunday.", "Sunday=2014-03-16"},
		{"The two premiers will meet on Wednesday.", "Wednesday=2014-03-12"},
		{"They agreed to meet on Friday.", "Friday=2014-03-14"},
		{"They were due to meet on Friday.", "Friday=2014-03-14"},
		{"The two may have met on Sunday.", "Sunday=2014-03-09"},
		{"The two premiers met last Friday.", "last Friday=2014-03-07"},
		{"The two premiers met last Wednesday.", "last Wednesday=2014-03-05"},
		{"They will meet next Tuesday.", "next Tuesday=2014-03-18"},
		{"They will meet this Friday.", "this Friday=2014-03-14"},
		{"They met this past Sunday.", "this past Sunday=2014-03-09"},
		{"Sunday's talks failed.", "Sunday's=2014-03-09"},
		{"Delegates were asked to Thursday's session.", "Thursday's=2014-03-13"},
		{"The shelling began late on Sunday night.", "late on Sunday night=2014-03-09"},
		{"He met her ahead of Friday's vote.", "Friday's=2014-03-14 before"},
		{"After Monday's vote he resigned.", "Monday's=2014-03-10 after"},
		{"The road has been shut since Friday.", "Friday=2014-03-07 since"},
		{"They have until Friday to sign.", "Friday=2014-03-14 until"},
		{"They will sit from Thursday to Saturday.", "from Thursday to Saturday=2014-03-13/2014-03-15"},
		{"They met on Monday and Tuesday.", "Monday and Tuesday=2014-03-10/2014-03-11"},
		{"They met on Monday and Friday.", "Monday=2014-03-10; Friday=2014-03-07"},
		{"It is due on Friday week.", "Friday week=2014-03-21"},
		{"They meet every Monday.", ""},
		{"They will vote on the first Monday of April.", "the first Monday of April=2014-04-07"},
		{"The Sun reported the vote.", ""},
	} {
		if got := find(t, anchor, "", c.in); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestRelative(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"He left yesterday.", "yesterday=2014-03-11"},
		{"He leaves tomorrow morning.", "tomorrow morning=2014-03-13"},
		{"He left early this morning.", "early this morning=2014-03-12"},
		{"He left late last night.", "late last night=2014-03-11"},
		{"They will sign the day after tomorrow.", "the day after tomorrow=2014-03-14"},
		{"Shells fell overnight.", "overnight=2014-03-12"},
		{"They met last week.", "last week=2014-03"},
		{"They will meet later this week.", "later this week=2014-03-10/2014-03-16"},
		{"They are to gather this weekend.", "this weekend=2014-03-15/2014-03-16"},
		{"They met over the weekend.", "the weekend=2014-03"},
		{"At the beginning of the week they met.", "the beginning of the week=2014-03-10"},
		{"They met last year.", "last year=2013"},
		{"He left three days ago.", "three days ago=2014-03-09"},
		{"He left a fortnight ago.", "a fortnight ago=2014-02-26"},
		{"He left a week ago today.", "a week ago today=2014-03-05"},
		{"He left 48 hours ago.", "48 hours ago=2014-03-10"},
		{"He left two months ago.", "two months ago=2014-01"},
		{"He left twenty-two years ago.", "twenty-two years ago=1992"},
		{"He left half a year ago.", "half a year ago=2013-09"},
		{"They will sign ten days from now.", "ten days from now=2014-03-22"},
		{"They will sign in two weeks.", "in two weeks=2014-03-26"},
		{"They built it in two weeks.", ""},
		{"Over the past two years prices rose.", ""},
		{"The siege lasted three days.", ""},
		{"Turnout fell for the last three years.", ""},
		{"He was buried on Christmas Eve.", "Christmas Eve=2013-12-24"},
		{"They sign on Good Friday 2013.", "Good Friday 2013=2013-03-29"},
		{"He left before Thanksgiving.", "Thanksgiving=2013-11-28 before"},
	} {
		if got := find(t, anchor, "", c.in); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestDistances(t *testing.T) {
	for _, c := range []struct{ previous, in, want string }{
		{"", "He resigned on 4 March and left a day later.", "4 March=2014-03-04; a day later=2014-03-05"},
		{"2014-03-04", "The following day his deputy took over.", "The following day=2014-03-05"},
		{"2014-03-04", "His deputy had fled the day before.", "the day before=2014-03-03"},
		{"2014-03-04", "That evening she flew to Lima.", "That evening=2014-03-04"},
		{"2014-03-04", "Eleven days earlier they had met.", "Eleven days earlier=2014-02-21"},
		{"1998", "Five years later she chaired it.", "Five years later=2003"},
		{"2018", "Two years on, she heads the firm.", "Two years on=2020"},
		{"2013", "They sat the following week.", ""},
		{"", "They sat the next day.", ""},
		{"", "The envoy left two days before Sunday's talks.", "two days before=2014-03-07; Sunday's=2014-03-09"},
		{"", "It passed on Thursday, two days after the premier sent it.", "Thursday=2014-03-06; two days after=2014-03-04 clause"},
		{"", "Two days after the fire at the mill the chairman quit.", ""},
		{"", "Freed on 10 July 2013, he saw the envoy eight weeks later to the day.", "10 July 2013=2013-07-10; eight weeks later=2013-09-04"},
		{"", "They met on May 5, 2011, nine years to the day after the flood.", "May 5, 2011=2011-05-05; nine years to the day after=2002-05-05 clause"},
		{"2014-03-04", "They met again a few days later.", ""},
		{"2012-05", "The previous month they had met.", "The previous month=2012-04"},
		{"2012-05-10", "They met the following Monday.", "the following Monday=2012-05-14"},
		{"2014-03-10", "They crossed the river at dawn.", "dawn=2014-03-10"},
		{"", "The rally of 9 May came three weeks before the vote of 30 May.", "9 May=2013-05-09; three weeks before=2013-05-09; 30 May=2013-05-30"},
		{"", "In the first quarter the firm lost money; a year earlier it had not.", "the first quarter=2014-01-01/2014-03-31; a year earlier=2013"},
		{"", "They stormed it over the Easter weekend.", "Easter weekend=2013-03-30/2013-03-31"},
	} {
		if got := find(t, anchor, c.previous, c.in); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

// Without the document's date, what is relative stays unknown and a year given
// in the sentence or before it serves for the rest.
func TestNoAnchor(t *testing.T) {
	for _, c := range []struct{ previous, in, want string }{
		{"", "He left on Sunday, last week and in May.", ""},
		{"", "He visited Peru on 4 April and Chile from 5-6 April 2016.", "4 April=2016-04-04; from 5-6 April 2016=2016-04-05/2016-04-06"},
		{"2016", "They met on 3 March.", "3 March=2016-03-03"},
	} {
		if got := find(t, "", c.previous, c.in); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestCustomTense(t *testing.T) {
	s := sentence("Sunday: talks")
	future := func(int) when.Tense { return when.Future }
	es := when.Find(&s, when.Context{Anchor: mustParse(t, anchor), Tense: future})
	if len(es) != 1 || es[0].Date.String() != "2014-03-16" {
		t.Errorf("got %v", es)
	}
}

func TestWithin(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"They met last week.", "2014-03-03/2014-03-09"},
		{"They met in mid-January.", "2014-01-11/2014-01-21"},
		{"They met earlier this month.", "2014-03-01/2014-03-12"},
		{"They met on Sunday.", "2014-03-09"},
	} {
		s := sentence(c.in)
		es := when.Find(&s, when.Context{Anchor: mustParse(t, anchor)})
		if len(es) != 1 || es[0].Within.String() != c.want {
			t.Errorf("%s: got %v, want %s", c.in, es, c.want)
		}
	}
}

func ExampleAll() {
	anchor, _ := when.Parse("2014-03-12")
	src := []string{"The senate met on Monday.", "It voted a day later."}
	for i, es := range when.All([]nlp.Sentence{sentence(src[0]), sentence(src[1])}, anchor) {
		for _, e := range es {
			fmt.Println(e.Span.Of(src[i]), e.Date, e.Rule, e.Base)
		}
	}
	// Output:
	// Monday 2014-03-10 weekday 2014-03-12
	// a day later 2014-03-11 days later 2014-03-10
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"He left two days before Sunday's talks.", "from 5-6 April 2016 to 9999", "the last half of the year of the 9999s",
		"31 February 0001 - 1 May", "in 1999 weeks", "a year and a half ago", "Sat. Sun. Mar. 1-9", "the day after",
		"two hundred years later on 29 February", "mid-mid-May", "'s 's 2024-02-30", "Dec. 32, 1,000",
	} {
		f.Add(s, "2014-03-12", "1999")
	}
	f.Fuzz(func(t *testing.T, src, anchor, previous string) {
		a, err := when.Parse(anchor)
		if err != nil {
			a = when.Date{}
		}
		p, err := when.Parse(previous)
		if err != nil {
			p = when.Date{}
		}
		s := sentence(src)
		end := 0
		for _, e := range when.Find(&s, when.Context{Anchor: a, Previous: p}) {
			if e.First < end || e.End <= e.First || e.End > len(s.Words) {
				t.Fatalf("%q: words %d to %d after %d of %d", src, e.First, e.End, end, len(s.Words))
			}
			end = e.End
			for _, d := range []when.Date{e.Date, e.Within} {
				back, err := when.Parse(d.String())
				if err != nil || back.Compare(d) != 0 {
					t.Fatalf("%q: %v reads back as %v, %v", src, d, back, err)
				}
				if d.Last < d.First {
					t.Fatalf("%q: %v ends before it begins", src, d)
				}
			}
			if e.Kind == 0 || e.Rule == "" {
				t.Fatalf("%q: no kind or rule: %v", src, e)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	src := "The premier, who had resigned on Sunday, two days after the vote of 3 May 2013, will meet envoys in Geneva next week before the end of the month, aides to the foreign ministry said late on Tuesday."
	s := sentence(src)
	c := when.Context{Anchor: mustParse(b, anchor)}
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		when.Find(&s, c)
	}
}
