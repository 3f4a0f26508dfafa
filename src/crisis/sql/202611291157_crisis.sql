-- What she wants when it gets very hard, in versions, in her words alone (R55).
CREATE TABLE crisis_choice (
    id       %id%,
    person   %int% NOT NULL,
    number   %int% NOT NULL, -- 1, 2, ...
    bare     %int% NOT NULL, -- 1: nothing was in it
    at       %int% NOT NULL, -- seconds
    helps    %blob%,         -- sealed, as all that follow; NULL: nothing, or gone
    worse    %blob%,
    call     %blob%,
    not_call %blob%,
    place    %blob%,
    no       %blob%,
    paper    %blob%,         -- where her signed paper is, never what it says
    UNIQUE (person, number)
);

-- To whom she opens it for hard times: one row a time she said so.
CREATE TABLE crisis_open (
    id     %id%,
    person %int% NOT NULL,
    whom   %int% NOT NULL, -- enum open_to
    since  %int% NOT NULL, -- seconds
    ended  %int%           -- NULL: it is so now
);
CREATE UNIQUE INDEX crisis_open_now ON crisis_open (person) WHERE ended IS NULL;
CREATE INDEX crisis_open_person ON crisis_open (person);

-- That a peer opened it: the permission beside it ends by itself.
CREATE TABLE crisis_look (
    id     %id%,
    person %int% NOT NULL,
    peer   %int% NOT NULL,
    at     %int% NOT NULL, -- seconds
    until  %int% NOT NULL,
    seen   %int%           -- when she was told
);
CREATE INDEX crisis_look_person ON crisis_look (person, peer);

-- A peer was there when it was hard.
CREATE TABLE crisis_there (
    id      %id%,
    person  %int% NOT NULL, -- with whom: under whose key
    program %int% NOT NULL,
    peer    %int% NOT NULL,
    day     %int% NOT NULL,
    how     %int% NOT NULL, -- enum there_how
    minutes %int% NOT NULL,
    place   %blob%,         -- sealed: what she chose
    others  %blob%,         -- sealed: who else came, with her yes
    wanted  %blob%,         -- sealed: what she wanted, hers alone
    made    %int% NOT NULL  -- seconds
);
CREATE INDEX crisis_there_person ON crisis_there (person, day);
