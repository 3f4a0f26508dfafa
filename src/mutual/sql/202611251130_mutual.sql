-- What a person and a peer agreed (R15): one page for the two, in versions.
CREATE TABLE mutual_agreement (
    id      %id%,
    person  %int% NOT NULL, -- under whose key
    peer    %int% NOT NULL,
    version %int% NOT NULL  -- the newest
);
CREATE UNIQUE INDEX mutual_agreement_two ON mutual_agreement (person, peer);
CREATE INDEX mutual_agreement_peer ON mutual_agreement (peer);

-- Each change: who made it, when, and who said yes to exactly this one.
CREATE TABLE mutual_version (
    id        %id%,
    agreement %int% NOT NULL REFERENCES mutual_agreement (id),
    person    %int% NOT NULL,
    version   %int% NOT NULL, -- 1, 2, ...
    what      %int% NOT NULL, -- enum agree_what
    side      %int% NOT NULL, -- enum agree_side: who changed it
    at        %int% NOT NULL, -- seconds
    her_yes   %int%,          -- seconds
    peer_yes  %int%
);
CREATE UNIQUE INDEX mutual_version_one ON mutual_version (agreement, version);
CREATE INDEX mutual_version_person ON mutual_version (person);

-- A line is its author's alone. One that is changed stays, with the version
-- that took it out, and another comes.
CREATE TABLE mutual_line (
    id        %id%,
    agreement %int% NOT NULL REFERENCES mutual_agreement (id),
    person    %int% NOT NULL,
    side      %int% NOT NULL, -- enum agree_side: whose line
    part      %int% NOT NULL, -- enum agree_part
    place     %int% NOT NULL, -- 1, 2, ...
    words     %blob% NOT NULL, -- sealed
    since     %int% NOT NULL, -- the version that brought it
    until     %int%           -- the version that took it out
);
CREATE INDEX mutual_line_agreement ON mutual_line (agreement);
CREATE INDEX mutual_line_person ON mutual_line (person);

-- Hope a peer holds for a person (R14). The row stays when its words are gone:
-- the peer is shown that a note was left, and never what became of it.
CREATE TABLE mutual_hope (
    id       %id%,
    person   %int% NOT NULL, -- for whom: under whose key
    peer     %int% NOT NULL,
    words    %blob%,         -- sealed; gone when either took it away
    at       %int% NOT NULL, -- seconds
    seen     %int%,          -- when she opened the page it is on
    hidden   %int%,
    away     %int%,          -- she took it away for good
    back     %int%           -- the peer took it back
);
CREATE INDEX mutual_hope_person ON mutual_hope (person, id);
CREATE INDEX mutual_hope_peer ON mutual_hope (peer, person, id);

-- She wants none.
CREATE TABLE mutual_no_hope (
    person %int% NOT NULL PRIMARY KEY,
    since  %int% NOT NULL
);

-- What names the two, for lists.
CREATE VIEW mutual_two AS
SELECT a.id, a.person, a.peer, a.version, v.side, v.her_yes, v.peer_yes,
    m.first AS her_name, p.first AS peer_name
FROM mutual_agreement a
JOIN mutual_version v ON v.agreement = a.id AND v.version = a.version
JOIN people_person m ON m.id = a.person
JOIN people_person p ON p.id = a.peer;
