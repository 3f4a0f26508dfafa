-- What a peer of a program does, never does, and asks about first (R79); and how
-- far peers talk about medicine (R81). Each change is a new version.
CREATE TABLE role_card (
    id      %id%,
    program %int% NOT NULL,
    version %int% NOT NULL,
    author  %int% NOT NULL,
    can     TEXT NOT NULL, -- one thing a line; of the job, of nobody
    never   TEXT NOT NULL,
    ask     TEXT NOT NULL,
    talk    %int% NOT NULL,  -- enum talk
    made    %int% NOT NULL   -- seconds
);
CREATE UNIQUE INDEX role_card_version ON role_card (program, version);

-- Who of staff said they read which version.
CREATE TABLE role_read (
    person  %int% NOT NULL PRIMARY KEY, -- of staff
    program %int% NOT NULL,
    version %int% NOT NULL,
    day     %int% NOT NULL
);

-- How far one peer talks about medicine. The stricter of both holds.
CREATE TABLE role_talk (
    person %int% NOT NULL PRIMARY KEY, -- the peer
    talk   %int% NOT NULL
);

-- "Not mine to do" (R30, R80): what sort of thing, and asked by which role.
-- About nobody, and no words.
CREATE TABLE role_asked (
    id       %id%,
    person   %int% NOT NULL, -- the peer who was asked
    program  %int% NOT NULL,
    category %int% NOT NULL, -- enum asked
    asker    %int% NOT NULL, -- enum asker
    day      %int% NOT NULL
);
CREATE INDEX role_asked_person ON role_asked (person, day);
CREATE INDEX role_asked_program ON role_asked (program, day);
