-- What a person likes to talk of with a peer, and how much of a peer's story.
CREATE TABLE fit_like (
    person %int% NOT NULL PRIMARY KEY,
    flags  %blob% NOT NULL, -- sealed: all parts of life as one text
    story  %int% NOT NULL   -- enum story
);

-- A peer said "not that": which peer, to what she wants of stories since then.
CREATE TABLE fit_not_that (
    person %int% NOT NULL,
    peer   %int% NOT NULL,
    at     %int% NOT NULL, -- seconds
    PRIMARY KEY (person, peer)
);

-- She wants another peer. There is no column for a reason.
CREATE TABLE fit_change (
    id      %id%,
    person  %int% NOT NULL, -- under whose key
    wants   %int% NOT NULL, -- a peer; 0: anybody else
    instead %int% NOT NULL, -- of this peer; 0: beside those she has
    made    %int% NOT NULL, -- seconds
    state   %int% NOT NULL, -- enum change_state
    ended   %int%,          -- seconds
    words   %blob%          -- sealed: from who leads, when it cannot be now
);
CREATE INDEX fit_change_person ON fit_change (person, id);

-- With the names in it.
CREATE VIEW fit_named AS
SELECT c.id, c.person, c.made, c.state, c.words, c.wants, w.first AS wants_name,
    c.instead, i.first AS instead_name, m.first, m.name
FROM fit_change c
JOIN people_person m ON m.id = c.person
LEFT JOIN people_person w ON w.id = c.wants
LEFT JOIN people_person i ON i.id = c.instead;
