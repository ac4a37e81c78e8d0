package rule_test

import (
	"testing"

	"kg/internal/rule"
	"kg/lexicon"
	"kg/rules"
	"kg/schema"
)

func TestLoadEmbedded(t *testing.T) {
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	heads, err := lex.Heads()
	if err != nil {
		t.Fatal(err)
	}
	set, err := rule.Load(rules.Files, sch, heads)
	if err != nil {
		t.Fatal(err)
	}
	if len(set.Rules) == 0 {
		t.Fatal("no rules")
	}
}
