package out

import (
	"runtime"

	"kg/graph"
)

// parallel decodes edges on all processors and gives them on in their order.
type parallel struct {
	use    func(*graph.Edge)
	batch  []rawEdge
	open   []chan decoded // of the batches being decoded, the first first
	failed error
}

// decoded is a batch of edges; of one that fails those before it.
type decoded struct {
	edges []graph.Edge
	err   error
}

// batchSize is how many edges are decoded at a time.
const batchSize = 256

func newParallel(use func(*graph.Edge)) *parallel { return &parallel{use: use} }

// add takes the next edge. The error is that of an edge before it.
func (p *parallel) add(r rawEdge) error {
	if p.batch = append(p.batch, r); len(p.batch) == batchSize {
		p.begin()
	}
	return p.failed
}

// begin has the batch decoded, and waits for the first when all processors are
// busy.
func (p *parallel) begin() {
	batch, done := p.batch, make(chan decoded, 1)
	p.batch = nil
	go func() { done <- decode(batch) }()
	if p.open = append(p.open, done); len(p.open) > runtime.GOMAXPROCS(0) {
		p.finish()
	}
}

func decode(batch []rawEdge) (d decoded) {
	for i := range batch {
		e, err := batch[i].edge()
		if err != nil {
			d.err = err
			break
		}
		d.edges = append(d.edges, e)
	}
	return d
}

// finish waits for the first batch and gives its edges on.
func (p *parallel) finish() {
	d := <-p.open[0]
	p.open = p.open[1:]
	if p.failed != nil {
		return
	}
	for i := range d.edges {
		p.use(&d.edges[i])
	}
	p.failed = d.err
}

// end gives all edges on that are left, and returns the first error.
func (p *parallel) end() error {
	p.begin()
	for len(p.open) > 0 {
		p.finish()
	}
	return p.failed
}
