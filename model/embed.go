// Package model holds the trained models of the language core, as kg-train
// writes them. MODEL.md tells what they were learnt from, and their licence.
package model

import _ "embed" // for the files

// Tagger is the model of internal/nlp/tag.
//
//go:embed tagger.bin
var Tagger string

// Parser is the model of internal/nlp/parse.
//
//go:embed parser.bin
var Parser string
