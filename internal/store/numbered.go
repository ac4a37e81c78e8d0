package store

import (
	"fmt"
	"slices"
)

// numbered holds the texts of a table's rows, which other tables name by their number.
type numbered struct {
	numbers []int64     // rising
	texts   [][2]string // the two columns after the number
}

// numbered reads a table by a query for a number, which must rise, and two texts.
func (s *Stream) numbered(query string) (t numbered, err error) {
	rows, err := s.store.db.QueryContext(s.ctx, query)
	if err != nil {
		return t, fmt.Errorf("%s: %w", s.store.path, err)
	}
	defer rows.Close()
	for rows.Next() {
		var number int64
		var texts [2]string
		if err := rows.Scan(&number, &texts[0], &texts[1]); err != nil {
			return t, fmt.Errorf("%s: %w", s.store.path, err)
		}
		t.numbers, t.texts = append(t.numbers, number), append(t.texts, texts)
	}
	if err := rows.Err(); err != nil {
		return t, fmt.Errorf("%s: %w", s.store.path, err)
	}
	return t, nil
}

// of returns the texts of a row, and whether there is one of that number. Numbers
// count from 0 without a gap, unless another program took rows out.
func (t *numbered) of(number int64) ([2]string, bool) {
	if number >= 0 && number < int64(len(t.numbers)) && t.numbers[number] == number {
		return t.texts[number], true
	}
	i, ok := slices.BinarySearch(t.numbers, number)
	if !ok {
		return [2]string{}, false
	}
	return t.texts[i], true
}
