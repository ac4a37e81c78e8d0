package diagram

import "kg/internal/figure"

// geometry is where everything is.
type geometry struct {
	w, h   float64
	free   bool            // labels may lie between lines
	cards  map[string]rect // by ID of the node
	boxes  map[string]rect // by ID of the node whose box it is
	routes []route         // of the lines of the content, in their order
}

// A route is the way of a line from its subject to its object.
type route struct {
	steps  []figure.Step // ends where the head begins
	tip    figure.Point  // of the head
	toward figure.Point  // the direction of the head, of length 1
	label  figure.Point  // where the middle, start or end of the last base line is
	anchor figure.Anchor
	rows   []string // of the label; none if there is no room
}

const (
	margin   = 16.0 // around the picture
	headSize = 7.0  // length of a head
	rowStep  = 1.15 // from base line to base line of a label, in sizes
)
