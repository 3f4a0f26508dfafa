-- An agreed rhythm of two: "Tuesdays, 2 pm, a walk" (R17). One of them asked,
-- the other said yes.
CREATE TABLE rhythm_rhythm (
    id     %id%,
    person %int% NOT NULL,
    peer   %int% NOT NULL,
    first  %int% NOT NULL, -- a day: the first time
    minute %int% NOT NULL CHECK (minute BETWEEN 0 AND 1439),
    every  %int% NOT NULL CHECK (every BETWEEN 1 AND 8), -- weeks
    what   %blob%,         -- sealed
    asked  %int% NOT NULL, -- by whom
    made   %int% NOT NULL,
    agreed %int%,          -- seconds; NULL: the other has not said yes
    ended  %int%
);
CREATE INDEX rhythm_rhythm_person ON rhythm_rhythm (person);
CREATE INDEX rhythm_rhythm_peer ON rhythm_rhythm (peer);

-- One time the two meet. A peer who calls it off has said how the other was
-- told: no such row can be without it (R18).
CREATE TABLE rhythm_time (
    id       %id%,
    person   %int% NOT NULL,
    program  %int% NOT NULL,
    peer     %int% NOT NULL,
    rhythm   %int%,          -- NULL: a single one
    slot     %int%,          -- seconds: the rhythm's own hour for it
    at       %int% NOT NULL, -- seconds
    what     %blob%,         -- sealed
    place    %blob%,         -- sealed
    state    %int% NOT NULL, -- enum meet_state
    changed  %int% NOT NULL, -- seconds
    by_whom  %int% NOT NULL, -- who made or changed it; 0: the rhythm
    told     %int% CHECK (told BETWEEN 1 AND 5), -- enum told
    told_who %blob%,         -- sealed: with whom word was left
    retry    %int%,          -- seconds: when the peer tries again
    CHECK (state <> 3 OR told IS NOT NULL),
    CHECK (told IS NULL OR told <> 5 OR retry IS NOT NULL)
);
CREATE INDEX rhythm_time_person ON rhythm_time (person, at);
CREATE INDEX rhythm_time_peer ON rhythm_time (peer, at);

-- Something for a peer to do for her, until it has an end (R18, R19, R62).
CREATE TABLE rhythm_task (
    id      %id%,
    person  %int% NOT NULL,
    program %int% NOT NULL,
    peer    %int% NOT NULL,
    kind    %int% NOT NULL, -- enum task_kind
    time    %int%,          -- rhythm_time.id; NULL: a check-in
    due     %int% NOT NULL, -- a day
    at      %int%,          -- seconds: that hour; NULL: any
    channel %int%,          -- a check-in: the one she chose; NULL: any safe
    what    %blob%,         -- sealed: a check-in
    made    %int% NOT NULL,
    closed  %int%,
    ending  %int% NOT NULL, -- enum task_ending
    CHECK ((closed IS NULL) = (ending = 0))
);
CREATE INDEX rhythm_task_person ON rhythm_task (person, closed);
CREATE INDEX rhythm_task_peer ON rhythm_task (peer, closed);
CREATE INDEX rhythm_task_program ON rhythm_task (program, kind, due);

-- One try to reach her: at most five, whatever anybody set (R19).
CREATE TABLE rhythm_try (
    id      %id%,
    task    %int% NOT NULL REFERENCES rhythm_task (id),
    person  %int% NOT NULL,
    number  %int% NOT NULL CHECK (number BETWEEN 1 AND 5),
    channel %int% NOT NULL CHECK (channel BETWEEN 1 AND 4),
    outcome %int% NOT NULL CHECK (outcome BETWEEN 1 AND 3),
    by_whom %int% NOT NULL,
    at      %int% NOT NULL,
    UNIQUE (task, number)
);
CREATE INDEX rhythm_try_person ON rhythm_try (person);

-- How she may be reached. No row: she has not said, and nothing is safe.
CREATE TABLE rhythm_reach (
    id      %id%,
    person  %int% NOT NULL UNIQUE,
    safe    %int% NOT NULL, -- 1 << enum channel, or-ed
    most    %int% NOT NULL CHECK (most BETWEEN 0 AND 5), -- tries a miss
    who     %blob%,         -- sealed: who takes a word for her
    changed %int% NOT NULL
);

-- She asked for some space (R16). Over on its day, or when she says so.
CREATE TABLE rhythm_space (
    id     %id%,
    person %int% NOT NULL,
    made   %int% NOT NULL,
    until  %int% NOT NULL, -- a day: the first that is not of it
    ended  %int%           -- seconds; NULL: its day ends it
);
CREATE INDEX rhythm_space_person ON rhythm_space (person, until);

-- A task with what its rule needs to know.
CREATE VIEW rhythm_task_line AS
SELECT t.id, t.person, t.peer, t.kind, t.due, t.at, t.channel, t.what, t.ending,
    (SELECT COUNT(*) FROM rhythm_try y WHERE y.task = t.id) AS tries,
    r.id AS said, r.safe, r.most
FROM rhythm_task t LEFT JOIN rhythm_reach r ON r.person = t.person;
