package model

import _ "embed"

// Names is the model of internal/nlp/ner.
//
//go:embed names.bin
var Names string
