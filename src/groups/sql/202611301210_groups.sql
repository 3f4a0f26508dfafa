-- Groups (R26, R27, R60): what a group is, and what was said about one of its
-- days. All words but groups_note are public. Who came is kept nowhere.
CREATE TABLE groups_group (
    id       %id%,
    program  %int% NOT NULL,
    name     TEXT NOT NULL,
    plain    TEXT NOT NULL,  -- what it is, in a line or two
    likes    TEXT NOT NULL,  -- what it is like, one thing a line
    place    TEXT NOT NULL,
    way      TEXT NOT NULL,  -- how one gets there
    agreed   TEXT NOT NULL,  -- what all agree on, one thing a line
    theme    %int% NOT NULL, -- enum theme
    about    %int% NOT NULL, -- enum about
    from_day %int% NOT NULL, -- its first day; a weekly one keeps the weekday
    weekly   %int% NOT NULL,
    minute   %int% NOT NULL, -- of the day, when it begins
    minutes  %int% NOT NULL, -- how long it is
    last_day %int%,          -- NULL: no end is set
    instead  TEXT NOT NULL   -- after it has ended
);

CREATE TABLE groups_lead (
    in_group %int% NOT NULL REFERENCES groups_group (id),
    person   %int% NOT NULL, -- of staff: a peer
    backup   %int% NOT NULL,
    shown    %int% NOT NULL, -- by first name, on the public page
    PRIMARY KEY (in_group, person)
);
CREATE INDEX groups_lead_person ON groups_lead (person);

-- A day of a group about which there is something to say.
CREATE TABLE groups_session (
    id       %id%,
    in_group %int% NOT NULL REFERENCES groups_group (id),
    day      %int% NOT NULL,
    topic    TEXT NOT NULL,
    about    %int% NOT NULL, -- enum about
    taken    %int% NOT NULL, -- the back-up takes it
    off      %int% NOT NULL,
    told     TEXT NOT NULL,  -- of one that is off: how people are told
    instead  TEXT NOT NULL,  -- and what there is instead
    tapped   %int% NOT NULL, -- "just count me"
    heads    %int%           -- as the peer counted; NULL: not yet
);
CREATE UNIQUE INDEX groups_session_day ON groups_session (in_group, day);
CREATE INDEX groups_session_when ON groups_session (day);

CREATE TABLE groups_note (
    session %int% NOT NULL PRIMARY KEY REFERENCES groups_session (id),
    person  %int% NOT NULL, -- the peer who wrote it
    words   %blob%          -- sealed: what to change next time
);
CREATE INDEX groups_note_person ON groups_note (person);

-- That a sitting was counted, until the day is over: a keyed hash, of nobody.
CREATE TABLE groups_mark (
    session %int% NOT NULL REFERENCES groups_session (id),
    mark    TEXT NOT NULL,
    PRIMARY KEY (session, mark)
);
