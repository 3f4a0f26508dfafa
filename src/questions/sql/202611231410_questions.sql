-- A version of a question set, kept as the bytes of its file (R69, R75). Rows
-- are never changed or removed: a visit that is being prepared keeps the
-- version it began with. A set is nobody's words, so nothing here is sealed.
CREATE TABLE questions_set (
    id      %id%,
    kind    %int% NOT NULL,  -- enum set_kind
    url     TEXT NOT NULL,
    version TEXT NOT NULL,
    file    %blob% NOT NULL,
    hash    TEXT NOT NULL,   -- keyed, of the file
    added   %int% NOT NULL,
    ours    %int% NOT NULL,  -- 1: it came with the program
    active  %int% NOT NULL,  -- 1: what is begun from now on asks this one
    UNIQUE (url, version)
);
CREATE UNIQUE INDEX questions_set_active ON questions_set (kind) WHERE active = 1;
