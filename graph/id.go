package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"kg/schema"
)

// maxSlug is the length, in bytes, at which the readable part of an ID is cut.
const maxSlug = 48

// AssignIDs gives every node an ID by the embedded schema; see AssignIDsWith.
func AssignIDs(nodes []Node) error {
	s, err := schema.Load()
	if err != nil {
		return err
	}
	AssignIDsWith(s, nodes)
	return nil
}

// AssignIDsWith gives every node an ID made of its type's prefix, its label and
// its date: "p-ana-gil", "m-talks-in-lima-2025-03-12". IDs that were
// there are replaced. Nodes that would share an ID, and those whose label was
// cut, get a few digits of a hash of their content, so that the IDs depend on
// the set of nodes, not on their order; only nodes alike in everything are
// numbered as they come. A type the schema does not know is left to New to
// report.
func AssignIDsWith(s *schema.Schema, nodes []Node) {
	count := map[string]int{}
	for i := range nodes {
		nodes[i].ID = plainID(s, &nodes[i])
		count[nodes[i].ID]++
	}
	taken := map[string]int{}
	for i := range nodes {
		n := &nodes[i]
		if count[n.ID] > 1 {
			n.ID += "-" + contentHash(n)
		}
		taken[n.ID]++
		if k := taken[n.ID]; k > 1 {
			n.ID += "-" + strconv.Itoa(k)
		}
	}
}

func plainID(s *schema.Schema, n *Node) string {
	t, _ := s.Type(n.Type)
	slug := strings.ReplaceAll(Fold(n.Label), " ", "-")
	whole := len(slug) <= maxSlug
	if !whole {
		slug = slug[:maxSlug]
		if i := strings.LastIndexByte(slug, '-'); i > 0 {
			slug = slug[:i]
		}
		for !utf8.ValidString(slug) {
			slug = slug[:len(slug)-1]
		}
	}
	parts := []string{t.Prefix, strings.Map(tokenRune, slug), strings.ReplaceAll(n.Date, "/", ".")}
	if !whole || slug == "" {
		parts = append(parts, contentHash(&Node{Label: n.Label}))
	}
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), "-")
}

func contentHash(n *Node) string {
	return hash(6, append([]string{n.Type, n.Label, n.Date, n.Text}, distinct(n.Aliases)...)...)
}

func edgeID(e *Edge) string {
	return "e-" + hash(16, e.From, e.To, e.Relation, e.Modality.String(), e.Date, e.Role, e.Claimed)
}

// hash returns the first digits of the SHA-256 of parts, in hexadecimal.
func hash(digits int, parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write(strconv.AppendInt(nil, int64(len(p)), 10)) // lengths keep ("ab", "c") and ("a", "bc") apart
		h.Write([]byte{':'})
		h.Write([]byte(p))
	}
	return hex.EncodeToString(h.Sum(nil))[:digits]
}

// IsID reports whether id may be the ID of a node: an XML NMTOKEN.
func IsID(id string) bool {
	return id != "" && strings.Map(tokenRune, id) == id
}

// tokenRanges are the characters of an XML 1.0 NMTOKEN, without a few that
// only look like punctuation.
var tokenRanges = [...][2]rune{
	{'-', '.'}, {'0', ':'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}, {0xB7, 0xB7}, {0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x37D}, {0x37F, 0x1FFF},
	{0x203F, 0x2040}, {0x2070, 0x218F}, {0x2C00, 0x2FEF}, {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFC}, {0x10000, 0xEFFFF},
}

// tokenRune returns r if an NMTOKEN may hold it, or else -1, to drop it.
func tokenRune(r rune) rune {
	for _, x := range tokenRanges {
		if x[0] <= r && r <= x[1] {
			return r
		}
	}
	return -1
}
