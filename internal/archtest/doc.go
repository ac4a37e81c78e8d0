// Package archtest holds the tests of the repository's shape: the source goes
// in, what breaks ARCHITECTURE.md comes out. It has no code of its own.
package archtest
