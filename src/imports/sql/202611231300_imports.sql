-- Ids that people, places and visits have in the systems they came from, so
-- that importing twice changes nothing and an id can be given back.
CREATE TABLE imports_person (
    id          %id%,
    program     %int% NOT NULL,
    outside_key %blob% NOT NULL, -- blind index of the id there
    person      %int% NOT NULL,
    outside_id  %blob% NOT NULL, -- sealed
    UNIQUE (program, outside_key)
);
CREATE INDEX imports_person_person ON imports_person (person);
CREATE TABLE imports_place (
    program    %int% NOT NULL,
    outside_id TEXT NOT NULL,
    name       TEXT NOT NULL, -- of an organisation: nobody's words
    PRIMARY KEY (program, outside_id)
);
CREATE TABLE imports_visit (
    id         %int% PRIMARY KEY, -- visits_visit.id
    person     %int% NOT NULL,
    outside_id %blob% NOT NULL -- sealed
);
CREATE INDEX imports_visit_person ON imports_visit (person);
