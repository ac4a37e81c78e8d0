package store

import "iter"

// batch is how many items are read ahead at a time.
const batch = 512

// ahead yields what seq yields, and reads on meanwhile: a few batches at most.
func ahead[T any](seq iter.Seq2[*T, error]) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		batches := make(chan []T, 2)
		stop := make(chan struct{})
		var failed error
		go func() {
			defer close(batches)
			failed = fillBatches(seq, batches, stop)
		}()
		defer func() {
			close(stop)
			for range batches { // seq must have ended when this sequence does
			}
		}()
		for list := range batches {
			for i := range list {
				if !yield(&list[i], nil) {
					return
				}
			}
		}
		if failed != nil {
			yield(nil, failed)
		}
	}
}

// fillBatches sends what seq yields until it ends or stop is closed.
func fillBatches[T any](seq iter.Seq2[*T, error], batches chan<- []T, stop <-chan struct{}) error {
	list := make([]T, 0, batch)
	send := func() bool {
		select {
		case batches <- list:
			list = make([]T, 0, batch)
			return true
		case <-stop:
			return false
		}
	}
	for item, err := range seq {
		if err != nil {
			send()
			return err
		}
		if list = append(list, *item); len(list) == batch && !send() {
			return nil
		}
	}
	send()
	return nil
}
