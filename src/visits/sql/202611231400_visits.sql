-- A visit: a person's own record of it, wherever it is (R71, R75).
CREATE TABLE visits_visit (
    id          %id%,
    person      %int% NOT NULL,
    program     %int% NOT NULL,
    at          %int% NOT NULL, -- seconds since 1970, UTC
    kind        %int% NOT NULL, -- enum visit_kind
    inside      %int% NOT NULL, -- 1: of this agency
    with_person %int%,          -- staff, when inside and known
    with_name   %blob%,         -- sealed
    place       %blob%,         -- sealed
    reason      %blob%,         -- sealed
    source      %int% NOT NULL, -- enum visit_source
    source_key  %blob%,         -- blind index of the id it came with
    source_word %blob%,         -- blind index of all the file said of it
    state       %int% NOT NULL, -- enum visit_state
    made        %int% NOT NULL,
    UNIQUE (program, source_key)
);
CREATE INDEX visits_visit_person ON visits_visit (person, at);
CREATE INDEX visits_visit_program ON visits_visit (program, at);

-- Getting ready for one visit: at most one for each (R69).
CREATE TABLE visits_prep (
    id       %id%,
    visit    %int% NOT NULL REFERENCES visits_visit (id),
    person   %int% NOT NULL,
    set_id   %int% NOT NULL, -- visits_set.id: that version of the questions
    mode     %int% NOT NULL, -- enum prep_mode
    helper   %int%,          -- the peer she lets type
    state    %int% NOT NULL, -- enum prep_state
    started  %int% NOT NULL,
    finished %int%,
    position TEXT NOT NULL,  -- linkId of the question she was on last
    UNIQUE (visit)
);
CREATE INDEX visits_prep_person ON visits_prep (person, started);

-- One answer, or one line of an answer that has several (nth 0, 1, ...). Rows
-- are never changed: new words are a new row with a new id, so that an id
-- stands for exact words. waits 1: typed by another, and counts for nothing
-- until she approves that row (never-list 5).
CREATE TABLE visits_answer (
    id       %id%,
    prep     %int% NOT NULL REFERENCES visits_prep (id),
    person   %int% NOT NULL,
    link_id  TEXT NOT NULL,
    nth      %int% NOT NULL,
    value    %blob%,         -- sealed; NULL: skipped
    change   %int% NOT NULL, -- enum answer_change: her word against last time
    typed_by %int% NOT NULL,
    on_paper %int% NOT NULL, -- 1: typed in from a paper form
    waits    %int% NOT NULL,
    approved %int%,          -- when she approved it; NULL while it waits
    at       %int% NOT NULL,
    UNIQUE (prep, link_id, waits, nth)
);

-- After: what we decided, who does it, and what came of it (R63, R71, R73).
CREATE TABLE visits_outcome (
    id     %id%,
    visit  %int% NOT NULL REFERENCES visits_visit (id),
    person %int% NOT NULL,
    who    %int% NOT NULL, -- enum outcome_who
    what   %blob% NOT NULL, -- sealed: in her words
    due    %int%,           -- a day
    state  %int% NOT NULL,  -- enum outcome_state
    came   %blob%,          -- sealed: what came of it, in her words
    made   %int% NOT NULL,
    moved  %int%            -- when state was last set
);
CREATE INDEX visits_outcome_visit ON visits_outcome (visit);

-- Who comes with me, and what I want them to do (R63, R64). One a visit.
CREATE TABLE visits_company (
    id      %id%,
    visit   %int% NOT NULL REFERENCES visits_visit (id),
    person  %int% NOT NULL,
    wanted  %int% NOT NULL, -- enum company_wanted
    peer    %int%,          -- who comes, when it is her peer
    name    %blob%,         -- sealed: who comes, when it is another
    does    %blob%,         -- sealed: codes, one a line
    words   %blob%,         -- sealed: what else she wants them to do
    sign    %blob%,         -- sealed: the signal
    say     %blob%,         -- sealed: up to three, one a line
    dont    %blob%,         -- sealed: up to three, one a line
    changed %int% NOT NULL,
    UNIQUE (visit)
);

-- A peer offers to help get ready; she says yes or not now (R74).
CREATE TABLE visits_offer (
    id       %id%,
    visit    %int% NOT NULL REFERENCES visits_visit (id),
    person   %int% NOT NULL,
    peer     %int% NOT NULL,
    at       %int% NOT NULL,
    answer   %int% NOT NULL, -- enum offer_answer
    answered %int%,
    UNIQUE (visit, peer)
);
CREATE INDEX visits_offer_person ON visits_offer (person);

-- How she is shown on the board of the resource centre (R74).
CREATE TABLE visits_board (
    person %int% PRIMARY KEY,
    shown  %int% NOT NULL, -- enum board_shown
    card   %int% NOT NULL
);
