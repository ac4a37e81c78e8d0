package perceptron

// A Template names the atoms, by their places, that make one feature together.
type Template []uint8

// Expand appends to dst one feature for every template over the atoms. A
// feature with an atom of value nought is left out: what is not there says
// nothing.
func Expand(dst []uint64, templates []Template, atoms []uint64) []uint64 {
next:
	for i, t := range templates {
		h := uint64(i+1) * 0xA24BAED4963EE407
		for _, a := range t {
			x := atoms[a]
			if x == 0 {
				continue next
			}
			h = Mix(h, x)
		}
		dst = append(dst, h)
	}
	return dst
}
