-- The peer council of the agency (R56), and who has a seat at which table (R57).
-- Public words about the house: nothing here is about one person's care.
CREATE TABLE council_member (
    id     %id%,
    person %int% NOT NULL,
    shown  %blob%,         -- sealed: as they chose to be named; NULL: not yet
    since  %int% NOT NULL, -- the term: its first day
    until  %int% NOT NULL, -- and its last
    paid   %int% NOT NULL
);
CREATE UNIQUE INDEX council_member_person ON council_member (person);

CREATE TABLE council_meeting (
    id      %id%,
    day     %int% NOT NULL,
    agenda  TEXT NOT NULL, -- one thing a line
    minutes TEXT NOT NULL  -- '' until it was
);

-- What we said, what was answered, what changed. Whose idea it was is not kept.
CREATE TABLE council_proposal (
    id       %id%,
    words    TEXT NOT NULL,
    state    %int% NOT NULL, -- enum council_state
    made     %int% NOT NULL,
    yes      %int% NOT NULL, -- counted when the vote is over
    no       %int% NOT NULL,
    aside    %int% NOT NULL,
    due      %int%,          -- the day the board owes an answer
    answer   TEXT NOT NULL,
    answered %int%,
    change   TEXT NOT NULL
);

-- Only while the vote is open: then it is a number.
CREATE TABLE council_vote (
    proposal %int% NOT NULL REFERENCES council_proposal (id),
    person   %int% NOT NULL,
    vote     %int% NOT NULL, -- enum council_vote
    PRIMARY KEY (proposal, person)
);
CREATE INDEX council_vote_person ON council_vote (person);

CREATE TABLE council_seat (
    id     %id%,
    place  TEXT NOT NULL, -- the committee
    holder TEXT NOT NULL, -- as they want to be named; '' when empty
    lived  %int% NOT NULL, -- for somebody with lived experience
    paid   %int% NOT NULL
);
