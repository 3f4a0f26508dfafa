-- Her words on their way (R43, R44, R52): all she typed, the lines she left out
-- among it. What leaves is a version of the thing said, never this.
CREATE TABLE voice_draft (
    id     %id%,             -- said_thing.id
    person %int% NOT NULL,
    body   %blob% NOT NULL,  -- sealed
    typist %int%,            -- a peer she lets type now; NULL: nobody
    typed  %int%,            -- a peer who typed some of it
    told   %int% NOT NULL    -- 1: readers may know whether it helped
);
CREATE INDEX voice_draft_person ON voice_draft (person);

-- Whether a program is under 42 CFR Part 2. No row: not known yet, which counts
-- as yes.
CREATE TABLE voice_program (
    program %id%,
    part2   %int% NOT NULL -- enum part2
);

-- A written consent (42 CFR 2.31), for one version of her words.
CREATE TABLE voice_consent (
    id      %id%,
    thing   %int% NOT NULL,
    version %int% NOT NULL,
    person  %int% NOT NULL,
    body    %blob% NOT NULL, -- sealed: every element, and her signature
    until   %int% NOT NULL,  -- seconds
    signed  %int% NOT NULL,  -- seconds
    revoked %int%            -- seconds
);
CREATE INDEX voice_consent_thing ON voice_consent (thing, version);
CREATE INDEX voice_consent_person ON voice_consent (person);
