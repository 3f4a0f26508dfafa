-- Questions peers found useful (R13). No column leads to a person one walks with.
CREATE TABLE shelf_question (
    id      %id%,
    person  %int% NOT NULL, -- the peer who wrote it: under whose key
    program %int% NOT NULL,
    signed  %int% NOT NULL, -- 1: with the first name; 0: "a peer"
    tag     %int% NOT NULL, -- enum shelf_tag
    words   %blob% NOT NULL, -- sealed
    made    %int% NOT NULL
);
CREATE INDEX shelf_question_program ON shelf_question (program, id);
CREATE INDEX shelf_question_person ON shelf_question (person);

-- How often one was used: a number, and nobody who used it. Also of those that
-- came with the program, by their number; off: who leads took it down.
CREATE TABLE shelf_use (
    program  %int% NOT NULL,
    question %int% NOT NULL, -- shelf_question.id, or 1, 2, ... of ours
    used     %int% NOT NULL,
    off      %int%,          -- seconds
    PRIMARY KEY (program, question)
);

-- "This helped": one of each peer.
CREATE TABLE shelf_vote (
    program  %int% NOT NULL,
    question %int% NOT NULL,
    person   %int% NOT NULL, -- the peer
    PRIMARY KEY (program, question, person)
);
CREATE INDEX shelf_vote_person ON shelf_vote (person);
