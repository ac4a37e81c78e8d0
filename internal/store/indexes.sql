-- What finds rows of the graph; made when all rows are there, which is faster.
CREATE INDEX edges_by_source ON edges (source);
CREATE INDEX edges_by_target ON edges (target);
CREATE INDEX evidence_by_document ON evidence (document, start);
CREATE INDEX roles ON edges (source, role) WHERE role <> '';
