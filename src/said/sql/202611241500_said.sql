-- A thing said (R42 to R48, R52, R73). Whose it is, who said it, and where it
-- stands are in the clear; what was said is not.
CREATE TABLE said_thing (
    id      %id%,
    person  %int% NOT NULL, -- whose: under whose key
    program %int% NOT NULL,
    kind    %int% NOT NULL, -- enum said_kind
    author  %int% NOT NULL, -- a people_person.id or a sharing_link.id
    to_whom %int%,          -- a promise of hers: to whom
    about   %int% NOT NULL, -- what it hangs on; 0: nothing
    state   %int% NOT NULL, -- enum said_state
    ending  %int% NOT NULL, -- enum said_ending
    due     %int%,          -- a day
    until   %int%,          -- seconds; NULL: till she ends it
    made    %int% NOT NULL,
    moved   %int% NOT NULL
);
CREATE INDEX said_thing_person ON said_thing (person, kind, state);
CREATE INDEX said_thing_author ON said_thing (author, kind, state);
CREATE INDEX said_thing_about ON said_thing (about);
CREATE INDEX said_thing_until ON said_thing (until);

-- Its exact words. A version that was approved is written once: no statement of
-- this program changes or removes one but erasure (never-list 5 and 10).
CREATE TABLE said_version (
    id       %id%,
    thing    %int% NOT NULL REFERENCES said_thing (id),
    person   %int% NOT NULL,
    version  %int% NOT NULL, -- 1, 2, ...
    words    %blob% NOT NULL, -- sealed
    hash     TEXT NOT NULL,   -- keyed, of the words
    typed_by %int%,           -- who typed them, when it was not the author
    approved %int%,           -- seconds; NULL: a draft
    UNIQUE (thing, version)
);
CREATE INDEX said_version_person ON said_version (person);

-- Every step of its life, with the word that went with it.
CREATE TABLE said_move (
    id     %id%,
    thing  %int% NOT NULL REFERENCES said_thing (id),
    person %int% NOT NULL,
    actor  %int% NOT NULL, -- person or link; 0: the clock
    act    %int% NOT NULL, -- enum said_act
    state  %int% NOT NULL, -- where it led
    why    %blob%,         -- sealed
    at     %int% NOT NULL
);
CREATE INDEX said_move_thing ON said_move (thing);
CREATE INDEX said_move_person ON said_move (person);

-- To whom it was given, and when it was taken back. Whether it may be read is
-- not said here: that is a permission, asked at each request.
CREATE TABLE said_reader (
    id        %id%,
    thing     %int% NOT NULL REFERENCES said_thing (id),
    person    %int% NOT NULL,
    reader    %int% NOT NULL,
    given     %int% NOT NULL,
    withdrawn %int%
);
CREATE INDEX said_reader_thing ON said_reader (thing);
CREATE INDEX said_reader_person ON said_reader (person);
CREATE INDEX said_reader_reader ON said_reader (reader, given);

-- The versions a reader has had before their eyes, or was read aloud.
CREATE TABLE said_read (
    id      %id%,
    thing   %int% NOT NULL REFERENCES said_thing (id),
    person  %int% NOT NULL,
    reader  %int% NOT NULL,
    version %int% NOT NULL,
    at      %int% NOT NULL,
    UNIQUE (thing, reader, version)
);
CREATE INDEX said_read_person ON said_read (person);

-- What a reader understood, in the reader's words. Written once; only her word
-- on it is added.
CREATE TABLE said_reply (
    id       %id%,
    thing    %int% NOT NULL REFERENCES said_thing (id),
    person   %int% NOT NULL, -- to whom
    author   %int% NOT NULL, -- person or link
    version  %int% NOT NULL, -- of what was read
    words    %blob% NOT NULL, -- sealed
    at       %int% NOT NULL,
    answer   %int% NOT NULL, -- enum reply_answer
    said     %blob%,         -- sealed: what she answers
    answered %int%
);
CREATE INDEX said_reply_thing ON said_reply (thing);
CREATE INDEX said_reply_person ON said_reply (person, answer);

-- A thing as a list shows it: its newest approved words, or its draft while
-- nothing was approved, and its last step.
CREATE VIEW said_line AS
SELECT t.id, t.person, t.kind, t.author, t.to_whom, t.about, t.state, t.ending,
    t.due, t.until, t.made, t.moved, v.id AS version_id, v.version, v.words,
    v.hash, v.typed_by, v.approved, m.id AS move, m.why
FROM said_thing t
JOIN said_version v ON v.thing = t.id AND v.version = (
    SELECT MAX(n.version) FROM said_version n
    WHERE n.thing = t.id AND (n.approved IS NOT NULL OR t.state = 0))
LEFT JOIN said_move m ON m.id = (
    SELECT MAX(l.id) FROM said_move l WHERE l.thing = t.id);
