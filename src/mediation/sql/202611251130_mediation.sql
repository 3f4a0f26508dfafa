-- Two sides (R42, R45): a mediation that she opened. Each side's words are
-- versions of things said, with what she says first and the others about it.
CREATE TABLE mediation_case (
    id     %id%,             -- said_thing.id of her side
    person %int% NOT NULL,
    body   %blob% NOT NULL,  -- sealed: all she typed
    typed  %int%,            -- a peer who typed some of it
    shown  %int% NOT NULL    -- said_version.version of the peer's comment that
                             -- the other side may read; 0: none
);
CREATE INDEX mediation_case_person ON mediation_case (person);

-- Whether something that was promised helped her (R46).
CREATE TABLE mediation_helped (
    id        %id%,
    person    %int% NOT NULL,
    mediation %int% NOT NULL, -- mediation_case.id
    promise   %int% NOT NULL, -- said_thing.id
    helped    %int% NOT NULL, -- 1: it did
    word      %blob%,         -- sealed: hers; NULL: none
    team      %int% NOT NULL, -- 1: the other side may know
    at        %int% NOT NULL  -- seconds
);
CREATE INDEX mediation_helped_person ON mediation_helped (person);

-- What a program says of a clinic word itself: in the place of one of ours
-- (ships), or beside them.
CREATE TABLE mediation_word (
    id       %id%,
    program  %int% NOT NULL,
    ships    %int% NOT NULL, -- which of ours, from 1; 0: none
    gone     %int% NOT NULL, -- 1: of ours, and not wanted here
    en       TEXT NOT NULL,
    en_means TEXT NOT NULL,
    es       TEXT NOT NULL,
    es_means TEXT NOT NULL
);
CREATE INDEX mediation_word_program ON mediation_word (program);
