-- What a person allowed: who, what, what for, until when. A row is never
-- changed but for its end. reader is a people_person.id or a sharing_link.id:
-- one sequence gives all ids, so it is never both.
CREATE TABLE sharing_permission (
    id      %id%,
    person  %int% NOT NULL,
    reader  %int% NOT NULL,
    topic   %int% NOT NULL, -- enum topic
    thing   %int% NOT NULL, -- 0: the topic as a whole
    purpose %blob%,         -- sealed
    since   %int% NOT NULL, -- seconds
    until   %int%,          -- seconds; NULL: till she ends it
    ended   %int%           -- seconds
);
CREATE INDEX sharing_permission_person ON sharing_permission (person, ended, id);
CREATE INDEX sharing_permission_reader
    ON sharing_permission (reader, person, topic, thing);

-- A reader without an account: a secret address and a code told apart.
CREATE TABLE sharing_link (
    id      %id%,
    person  %int% NOT NULL,
    program %int% NOT NULL,
    thing   %int% NOT NULL,
    name    %blob%,               -- sealed: what she calls the reader
    token   TEXT  NOT NULL UNIQUE, -- keyed hash
    code    TEXT  NOT NULL,        -- keyed hash
    tries   %int% NOT NULL,
    opened  %int%, -- seconds
    session TEXT,  -- keyed hash of what the one browser that opened it holds
    closed  %int%  -- seconds: the code was wrong too often
);
CREATE INDEX sharing_link_person ON sharing_link (person);
CREATE INDEX sharing_link_session ON sharing_link (session);

-- Who looked at what, when: one line a reading, for the person to read.
CREATE TABLE sharing_access (
    id         %id%,
    person     %int% NOT NULL, -- whose words
    reader     %int% NOT NULL, -- as in sharing_permission
    permission %int%,          -- that allowed it
    topic      %int% NOT NULL,
    thing      %int% NOT NULL,
    what       %int% NOT NULL, -- enum access_what
    at         %int% NOT NULL  -- seconds
);
CREATE INDEX sharing_access_person ON sharing_access (person, id);
CREATE INDEX sharing_access_reader ON sharing_access (reader);
