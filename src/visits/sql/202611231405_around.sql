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

-- What she wants treatment to do for her life, written between visits. Rows are
-- never changed: the newest is hers now.
CREATE TABLE visits_words (
    id     %id%,
    person %int% NOT NULL,
    words  %blob%, -- sealed; NULL: taken back
    at     %int% NOT NULL
);
CREATE INDEX visits_words_person ON visits_words (person, at);
