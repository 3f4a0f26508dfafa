-- A contact of a peer with a person (R12, R16, R21 to R23): when, how long and of
-- what kind are in the clear; what was written is not.
CREATE TABLE contacts_contact (
    id          %id%,
    person      %int% NOT NULL, -- with whom: under whose key
    program     %int% NOT NULL,
    peer        %int% NOT NULL,
    kind        %int% NOT NULL, -- enum contact_kind
    mode        %int% NOT NULL, -- enum record_mode: what the policy was then
    day         %int% NOT NULL,
    place       %int% NOT NULL, -- enum contact_where: what she chose
    place_words %blob%,         -- sealed
    being       %int% NOT NULL, -- minutes of just being together
    working     %int% NOT NULL, -- minutes of working on something
    made        %int% NOT NULL, -- seconds
    rev         %int% NOT NULL, -- grows with each change of its lines
    peer_done   %int%,          -- seconds
    her_done    %int%,
    locked      %int%           -- when both were done: no line changes after
);
CREATE INDEX contacts_contact_person ON contacts_contact (person, day);
CREATE INDEX contacts_contact_peer ON contacts_contact (peer, locked);
CREATE INDEX contacts_contact_program ON contacts_contact (program, day);

-- What both wrote together. A line that is taken out is gone. No statement of
-- this program touches a line of a locked contact but erasure (never-list 10).
CREATE TABLE contacts_line (
    id      %id%,
    contact %int% NOT NULL REFERENCES contacts_contact (id),
    person  %int% NOT NULL,
    place   %int% NOT NULL, -- 1, 2, ...
    words   %blob% NOT NULL -- sealed
);
CREATE INDEX contacts_line_contact ON contacts_line (contact);
CREATE INDEX contacts_line_person ON contacts_line (person);

-- What either put below, signed and dated; for the payer: apart, and shown to
-- her. Written once.
CREATE TABLE contacts_added (
    id      %id%,
    contact %int% NOT NULL REFERENCES contacts_contact (id),
    person  %int% NOT NULL,
    author  %int% NOT NULL,
    kind    %int% NOT NULL, -- enum added_kind
    words   %blob% NOT NULL, -- sealed
    at      %int% NOT NULL
);
CREATE INDEX contacts_added_contact ON contacts_added (contact);
CREATE INDEX contacts_added_person ON contacts_added (person);

-- What a peer keeps for themselves (R2, R11): a day and their own acts, sealed
-- under their own key. No column says with whom; one row a day and no id, which
-- would stand next to that of the contact it was kept with.
CREATE TABLE contacts_own (
    person %int% NOT NULL, -- the peer
    day    %int% NOT NULL,
    marks  %blob% NOT NULL, -- sealed
    PRIMARY KEY (person, day)
);

-- A contact as a page shows it: with what the two are called.
CREATE VIEW contacts_named AS
SELECT c.id, c.person, c.peer, c.kind, c.mode, c.day, c.place, c.place_words,
    c.being, c.working, c.made, c.rev, c.peer_done, c.her_done, c.locked,
    m.first AS her_name, p.first AS peer_name
FROM contacts_contact c
JOIN people_person m ON m.id = c.person
JOIN people_person p ON p.id = c.peer;
