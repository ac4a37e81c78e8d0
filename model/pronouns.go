package model

import _ "embed"

// Pronouns is the weights by which internal/mention tells whom a personal
// pronoun means: lines of a signal's name and its weight.
//
//go:embed pronouns.tsv
var Pronouns string
