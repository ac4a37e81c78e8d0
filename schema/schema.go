// Package schema says which types of entities and which relations a graph may
// hold: embedded YAML goes in, a checked and frozen Schema comes out.
package schema
