-- The layout of a graph file, version 4. Spans are half-open ranges of bytes
-- in documents.text; an end is the first byte after.

-- What was read: a document, and by place what it holds.
CREATE TABLE documents (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE, -- of text
  text   TEXT NOT NULL,
  date   TEXT NOT NULL,        -- of writing, ISO 8601 day; empty if unknown
  dated  TEXT NOT NULL,        -- where the date was found
  reader TEXT NOT NULL         -- the version of models, word lists and rules that read it
) STRICT;

-- The files that a user added to the rules and the schema, in their order, and
-- the corrections of the graph.
CREATE TABLE domain (
  place INTEGER PRIMARY KEY,
  kind  TEXT NOT NULL,         -- rules, schema, corrections
  name  TEXT NOT NULL,
  text  TEXT NOT NULL
) STRICT;

CREATE TABLE entities (
  document INTEGER NOT NULL REFERENCES documents,
  place    INTEGER NOT NULL,   -- from 0, in the order of the first mention
  type     TEXT NOT NULL,
  name     TEXT NOT NULL,
  aliases  TEXT NOT NULL,      -- JSON array
  key      TEXT NOT NULL,
  side     TEXT NOT NULL,
  date     TEXT NOT NULL,
  text     TEXT NOT NULL,
  PRIMARY KEY (document, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE mentions (
  document INTEGER NOT NULL REFERENCES documents,
  place    INTEGER NOT NULL,
  entity   INTEGER NOT NULL,   -- entities.place
  start    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  pronoun  INTEGER NOT NULL,   -- 1 if it is a pronoun or a bare description
  PRIMARY KEY (document, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE facts (
  document INTEGER NOT NULL REFERENCES documents,
  place    INTEGER NOT NULL,
  relation TEXT NOT NULL,
  subject  INTEGER NOT NULL,   -- entities.place
  object   INTEGER NOT NULL,   -- entities.place
  modality TEXT NOT NULL,      -- asserted, planned, possible, denied
  date     TEXT NOT NULL,
  role     TEXT NOT NULL,
  claimed  INTEGER NOT NULL,   -- entities.place of who claims it, or -1
  score    REAL NOT NULL,
  start    INTEGER NOT NULL,   -- the sentence
  "end"    INTEGER NOT NULL,
  trigger_start INTEGER NOT NULL,
  trigger_end   INTEGER NOT NULL,
  subject_start INTEGER NOT NULL, -- the words that mean the subject
  subject_end   INTEGER NOT NULL,
  object_start  INTEGER NOT NULL,
  object_end    INTEGER NOT NULL,
  cue_start     INTEGER NOT NULL, -- the words that decide the modality; 0, 0 if none do
  cue_end       INTEGER NOT NULL,
  date_start    INTEGER NOT NULL, -- the words of the date; 0, 0 if there are none
  date_end      INTEGER NOT NULL,
  date_rule     TEXT NOT NULL,    -- of the date grammar
  date_base     TEXT NOT NULL,    -- what the date was counted from; empty if the words alone give it
  rule     TEXT NOT NULL,
  PRIMARY KEY (document, place)
) STRICT, WITHOUT ROWID;

-- The graph of all documents.
CREATE TABLE nodes (
  id    TEXT PRIMARY KEY,
  type  TEXT NOT NULL,
  label TEXT NOT NULL,
  date  TEXT NOT NULL,
  text  TEXT NOT NULL          -- of a statement: the words said
) STRICT, WITHOUT ROWID;

CREATE TABLE aliases (
  node  TEXT NOT NULL REFERENCES nodes,
  alias TEXT NOT NULL,
  PRIMARY KEY (node, alias)
) STRICT, WITHOUT ROWID;

CREATE TABLE edges (
  id         TEXT PRIMARY KEY,
  source     TEXT NOT NULL REFERENCES nodes,
  target     TEXT NOT NULL REFERENCES nodes,
  relation   TEXT NOT NULL,
  modality   TEXT NOT NULL,
  date       TEXT NOT NULL,
  role       TEXT NOT NULL,
  claimed    TEXT NOT NULL,    -- nodes.id of who claims it; empty if the article itself says it
  confidence REAL NOT NULL,
  rule       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  edge          TEXT NOT NULL REFERENCES edges,
  document      TEXT NOT NULL, -- documents.name; an imported graph names documents it does not hold
  start         INTEGER NOT NULL,
  "end"         INTEGER NOT NULL,
  text          TEXT NOT NULL,
  document_date TEXT NOT NULL,
  rule          TEXT NOT NULL,
  copy          TEXT NOT NULL, -- the document that this one copied the sentence from; empty for its own
  PRIMARY KEY (edge, document, start, "end")
) STRICT, WITHOUT ROWID;

-- For people.
CREATE VIEW facts_readable AS
SELECT s.label AS subject, e.relation, o.label AS object, e.modality, e.date, e.role, c.label AS claimed_by,
       v.document, v.text AS sentence, e.confidence, v.rule
FROM edges e
JOIN nodes s ON s.id = e.source
JOIN nodes o ON o.id = e.target
LEFT JOIN nodes c ON c.id = e.claimed
JOIN evidence v ON v.edge = e.id
ORDER BY s.label, e.relation, o.label, v.document, v.start;

CREATE VIEW nodes_readable AS
SELECT n.type, n.label, n.date,
       coalesce((SELECT group_concat(alias, '; ') FROM aliases a WHERE a.node = n.id), '') AS aliases,
       (SELECT count(*) FROM edges e WHERE e.source = n.id OR e.target = n.id) AS facts
FROM nodes n
ORDER BY n.type, facts DESC, n.label;

CREATE INDEX edges_by_source ON edges (source);
CREATE INDEX edges_by_target ON edges (target);
