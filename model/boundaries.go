package model

import _ "embed"

//go:embed boundaries.bin
var boundaries string

// Boundaries returns the weights by which package segment ends sentences: one
// signed byte a cell.
func Boundaries() string { return boundaries }
