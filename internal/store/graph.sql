-- The graph of all documents. Nodes and edges are numbered from 0 in the order
-- of the graph: nodes by id, edges by source and target.
CREATE TABLE nodes (
  number INTEGER PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  type   TEXT NOT NULL,
  label  TEXT NOT NULL,
  date   TEXT NOT NULL,
  text   TEXT NOT NULL          -- of a statement: the words said
) STRICT;

CREATE TABLE aliases (
  node  INTEGER NOT NULL REFERENCES nodes,
  alias TEXT NOT NULL,
  PRIMARY KEY (node, alias)
) STRICT, WITHOUT ROWID;

-- What nodes are found by: label and aliases without case, diacritics and
-- punctuation, their words from the last to the first.
CREATE TABLE names (
  words TEXT NOT NULL,
  node  INTEGER NOT NULL REFERENCES nodes,
  PRIMARY KEY (words, node)
) STRICT, WITHOUT ROWID;

CREATE TABLE edges (
  number     INTEGER PRIMARY KEY,
  id         TEXT NOT NULL,
  source     INTEGER NOT NULL REFERENCES nodes,
  target     INTEGER NOT NULL REFERENCES nodes,
  relation   TEXT NOT NULL,
  modality   TEXT NOT NULL,
  date       TEXT NOT NULL,
  role       TEXT NOT NULL,
  claimed    INTEGER REFERENCES nodes, -- who claims it; NULL if the article itself says it
  confidence REAL NOT NULL,
  rule       TEXT NOT NULL
) STRICT;

-- The documents that evidence names. An imported graph names some that the
-- file does not hold.
CREATE TABLE sources (
  number INTEGER PRIMARY KEY,  -- from 0, in the order of the first edge
  name   TEXT NOT NULL,        -- documents.name
  date   TEXT NOT NULL,
  UNIQUE (name, date)
) STRICT;

CREATE TABLE evidence (
  edge     INTEGER NOT NULL REFERENCES edges,
  place    INTEGER NOT NULL,   -- from 0, by name of the document and start
  document INTEGER NOT NULL REFERENCES sources,
  start    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  text     TEXT NOT NULL,
  rule     TEXT NOT NULL,
  copy     TEXT NOT NULL,      -- the document that this one copied the sentence from; empty for its own
  PRIMARY KEY (edge, place)
) STRICT, WITHOUT ROWID;

-- The one row that says what the columns behind the database are of: the index
-- of the graph, from which paths and surroundings are found. They are no part
-- of the database, and SQLite passes over them: where its last page ends stand
-- the columns of graph.Columns in their order, 32-bit numbers with the lowest
-- byte first, in chunks of 256, and after them the first 16 bytes of their
-- SHA-256. They count only if these are digest, and if no other program has
-- changed the file since: stamp is the change counter in its bytes 24 to 27.
CREATE TABLE shape (
  stamp     INTEGER NOT NULL,
  digest    BLOB NOT NULL,
  nodes     INTEGER NOT NULL,
  links     INTEGER NOT NULL,
  edges     INTEGER NOT NULL,
  relations TEXT NOT NULL,     -- JSON array of names, by number
  types     TEXT NOT NULL      -- the same
) STRICT;

-- For people.
CREATE VIEW facts_readable AS
SELECT s.label AS subject, e.relation, o.label AS object, e.modality, e.date, e.role, c.label AS claimed_by,
       d.name AS document, v.text AS sentence, e.confidence, v.rule
FROM edges e
JOIN nodes s ON s.number = e.source
JOIN nodes o ON o.number = e.target
LEFT JOIN nodes c ON c.number = e.claimed
JOIN evidence v ON v.edge = e.number
JOIN sources d ON d.number = v.document
ORDER BY s.label, e.relation, o.label, d.name, v.start;

CREATE VIEW nodes_readable AS
SELECT n.type, n.label, n.date,
       coalesce((SELECT group_concat(alias, '; ') FROM aliases a WHERE a.node = n.number), '') AS aliases,
       (SELECT count(*) FROM edges e WHERE e.source = n.number OR e.target = n.number) AS facts
FROM nodes n
ORDER BY n.type, facts DESC, n.label;
