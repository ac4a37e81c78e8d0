package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

const picture = `<svg width="20" height="10"><path d="M0,0L20,0L20,10Z" fill="#ffffff"/><text x="1" y="8" font-size="8" fill="#000000">a</text></svg>`

func TestRun(t *testing.T) {
	for _, c := range []struct {
		args      string
		in        string
		code      int
		out, talk string
	}{
		{"", "digraph { a -> b }", 0, "{", ""},
		{"-K twopi", "digraph { a -> b }", 0, "{", ""},
		{"-T png", picture, 0, "\x89PNG", ""},
		{"-T pdf", picture, 0, "%PDF-1", ""},
		{"-T bmp", picture, 1, "", "kg-render: unknown format \"bmp\"; there are json, png and pdf\n"},
		{"", "digraph {", 3, "", "kg-render: not a graph in the DOT language: syntax error in line 1\n"},
		{"-T png", "<html/>", 3, "", "kg-render: not a picture that kg wrote: line 1: <html>: it is no <svg>\n"},
		{"-T png", "", 3, "", "kg-render: not a picture that kg wrote: not an SVG picture: it is empty\n"},
		{"graph.dot", "", 2, "", "kg-render: unexpected argument"},
		{"-x", "", 2, "", "flag provided but not defined: -x"},
	} {
		var out, talk bytes.Buffer
		code := run(t.Context(), strings.Fields(c.args), strings.NewReader(c.in), &out, &talk)
		if code != c.code || !strings.HasPrefix(out.String(), c.out) || c.out == "" && out.Len() > 0 || !strings.HasPrefix(talk.String(), c.talk) {
			t.Errorf("kg-render %s: %d, %.20q, %q", c.args, code, out.String(), talk.String())
		}
	}
	if code := run(t.Context(), nil, strings.NewReader("digraph {}"), full{}, &bytes.Buffer{}); code != 1 {
		t.Errorf("exit status %d when the disk is full", code)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }
