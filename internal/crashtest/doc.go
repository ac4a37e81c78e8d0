// Package crashtest holds tests of what becomes of a graph file when building it
// is cut short, from outside: they build kg and run it as a program.
package crashtest
