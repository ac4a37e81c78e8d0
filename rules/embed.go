// Package rules holds the embedded extraction rules and no logic.
package rules

import "embed"

// Files holds the rule files at its top level.
//
//go:embed *.yaml
var Files embed.FS
