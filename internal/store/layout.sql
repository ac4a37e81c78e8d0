-- The layout of a graph file, version 5: what was read. graph.sql holds the
-- graph. Spans are half-open ranges of bytes in documents.text; an end is the
-- first byte after.

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
