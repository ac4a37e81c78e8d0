-- What kg find looks words up in: names and words of nodes, under their
-- number, and sentences, under the number of nodes plus sentences.number. Words
-- are folded (lower case, no diacritics, no punctuation); the texts themselves
-- stand in the tables of the graph.
CREATE VIRTUAL TABLE words USING fts5(names, sentence, content='', tokenize='unicode61 remove_diacritics 0');

-- Each sentence of the evidence once, by document and place.
CREATE TABLE sentences (
  number INTEGER PRIMARY KEY,  -- from 0
  edge   INTEGER NOT NULL REFERENCES edges, -- the first that it states
  place  INTEGER NOT NULL      -- evidence.place
) STRICT;
