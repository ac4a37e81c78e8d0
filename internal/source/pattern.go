package source

import (
	"regexp"
	"sync"
)

// A pattern is a regular expression that is compiled when it is first asked
// for: most commands read no article, and to compile all takes a millisecond.
type pattern func() *regexp.Regexp

func lazily(text string) pattern {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}
