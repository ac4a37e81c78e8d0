package lexicon

import "io/fs"

// Files returns the embedded tables as they lie in the folder, for those who
// must tell one version of them from another.
func Files() fs.FS { return files }
