-- What a peer's week was for, beside the time with people, which contacts knows
-- (R21, R84). Of the job: no words, and no person.
CREATE TABLE week_entry (
    id      %id%,
    person  %int% NOT NULL, -- the peer
    program %int% NOT NULL,
    kind    %int% NOT NULL, -- enum week_kind; never WEEK_PEOPLE
    day     %int% NOT NULL,
    minutes %int% NOT NULL CHECK (minutes BETWEEN 1 AND 720)
);
CREATE INDEX week_entry_person ON week_entry (person, day);
CREATE INDEX week_entry_program ON week_entry (program, day);

-- A peer lets who leads see this week before its time comes.
CREATE TABLE week_shown (
    person %int% NOT NULL, -- the peer
    monday %int% NOT NULL,
    at     %int% NOT NULL, -- seconds
    PRIMARY KEY (person, monday)
);

-- How many hours a week has, and what a promised time takes (R24).
CREATE TABLE week_plan (
    person  %int% NOT NULL PRIMARY KEY, -- the peer
    hours   %int% NOT NULL, -- a week; 0: not said
    lasts   %int% NOT NULL, -- minutes one time lasts
    way     %int% NOT NULL, -- minutes on the way, there and back
    groups_ %int% NOT NULL, -- hours of groups a week
    kept    %int%,          -- seconds: when the peer kept it; NULL: not yet
    changed %int% NOT NULL, -- seconds: the hours
    by_whom %int% NOT NULL  -- who of the two said the hours
);

-- The least share of peer work, set together (R84): one proposes, the other
-- says yes.
CREATE TABLE week_mark (
    id     %id%,
    person %int% NOT NULL, -- the peer
    share  %int% NOT NULL CHECK (share BETWEEN 1 AND 100),
    asked  %int% NOT NULL, -- by whom
    at     %int% NOT NULL, -- seconds
    agreed %int%,          -- seconds; NULL: the other has not said yes
    ended  %int%
);
CREATE INDEX week_mark_person ON week_mark (person, ended);
