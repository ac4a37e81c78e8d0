package store

// Scanned is Search as in a file without an index of words.
var Scanned = (*Saved).scanned
