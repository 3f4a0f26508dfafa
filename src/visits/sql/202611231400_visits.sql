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
    set_id   %int% NOT NULL, -- questions_set.id: that version of the questions
    mode     %int% NOT NULL, -- enum prep_mode
    helper   %int%,          -- the peer she lets type
    state    %int% NOT NULL, -- enum prep_state
    started  %int% NOT NULL,
    finished %int%,
    position TEXT NOT NULL,  -- linkId of the question she was on last
    done     %int% NOT NULL, -- questions answered or skipped ...
    shown    %int% NOT NULL, -- ... of those that are asked
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
-- Her last word on one question, on Home, however long her history is.
CREATE INDEX visits_answer_person ON visits_answer (person, link_id, at);
