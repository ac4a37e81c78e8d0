package schema

// A Modality says how a fact holds by the article's own account. The zero
// value is invalid.
type Modality uint8

// The modalities, from the most to the least certain.
const (
	Asserted Modality = iota + 1 // it happened or holds
	Planned                      // it is scheduled, expected or intended
	Possible                     // it may, could or would be
	Denied                       // it did not, does not or will not happen
)

var modalityNames = [...]string{Asserted: "asserted", Planned: "planned", Possible: "possible", Denied: "denied"}

// String returns the name by which files and users know m.
func (m Modality) String() string {
	if m < Asserted || m > Denied {
		return "invalid"
	}
	return modalityNames[m]
}

// ParseModality returns the modality of that name, and whether there is one.
func ParseModality(name string) (Modality, bool) {
	for m := Asserted; m <= Denied; m++ {
		if modalityNames[m] == name {
			return m, true
		}
	}
	return 0, false
}
