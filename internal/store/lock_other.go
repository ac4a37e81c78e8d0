//go:build !unix

package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"
)

// A lock is a file that one process makes and removes. One that was killed
// leaves it behind.
type lock struct{ file *os.File }

// acquire waits for the lock until ctx ends.
func acquire(ctx context.Context, path string) (*lock, error) {
	for {
		f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
		if err == nil {
			return &lock{f}, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("another kg is writing it, or was killed: then remove %s (%w)", path, ctx.Err())
		case <-time.After(50 * time.Millisecond):
		}
	}
}

func (l *lock) release() error {
	return errors.Join(l.file.Close(), os.Remove(l.file.Name()))
}
