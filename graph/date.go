package graph

import (
	"strings"
	"time"
)

var dateLayouts = []string{time.DateOnly, "2006-01", "2006"}

// validDate reports whether text is empty or an ISO 8601 day, month, year or
// an interval of two of them.
func validDate(text string) bool {
	if text == "" {
		return true
	}
	from, to, interval := strings.Cut(text, "/")
	return isDate(from) && (!interval || isDate(to))
}

func isDate(text string) bool {
	for _, layout := range dateLayouts {
		if len(text) == len(layout) {
			_, err := time.Parse(layout, text)
			return err == nil
		}
	}
	return false
}
