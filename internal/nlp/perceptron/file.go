package perceptron

import (
	"encoding/binary"
	"fmt"
)

// Join puts the parts of a model's file one behind the other, so that Split
// finds them again.
func Join(parts ...[]byte) []byte {
	out := []byte{byte(len(parts))}
	for _, p := range parts {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(p)))
	}
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

// Split returns the n parts of data that were joined. It copies nothing.
func Split(data string, n int) ([]string, error) {
	if len(data) < 1+4*n || int(data[0]) != n {
		return nil, fmt.Errorf("perceptron: not a model file of %d parts", n)
	}
	rest := data[1+4*n:]
	parts := make([]string, n)
	for i := range parts {
		size := int(word(data, 1+4*i))
		if size > len(rest) {
			return nil, fmt.Errorf("perceptron: part %d of the model file is cut", i+1)
		}
		parts[i], rest = rest[:size], rest[size:]
	}
	return parts, nil
}
