-- When she first had a hand in it: she wrote, or said done. From then on the
-- peer alone does not take it back. Of what was written before this, nobody
-- knows whose hand it was: it counts as hers.
ALTER TABLE contacts_contact ADD COLUMN her_hand %int%; -- seconds
UPDATE contacts_contact SET her_hand = made
    WHERE rev > 0 OR her_done IS NOT NULL;

-- What a peer took back in time: that it was there, and when it went. No words.
CREATE TABLE contacts_taken (
    id     %id%,           -- what the contact was called
    person %int% NOT NULL, -- who is told
    peer   %int% NOT NULL,
    day    %int% NOT NULL, -- of the contact
    at     %int% NOT NULL, -- seconds
    seen   %int%           -- when she read that
);
CREATE INDEX contacts_taken_person ON contacts_taken (person, at);

-- When the peer read that she sees it another way.
ALTER TABLE contacts_added ADD COLUMN seen %int%; -- seconds
CREATE INDEX contacts_added_seen ON contacts_added (kind, seen);

-- A contact as a page shows it: with what the two are called, whether a line is
-- there, and whether she sees it another way.
DROP VIEW contacts_named;
CREATE VIEW contacts_named AS
SELECT c.id, c.person, c.peer, c.kind, c.mode, c.day, c.place, c.place_words,
    c.being, c.working, c.made, c.rev, c.peer_done, c.her_done, c.locked,
    m.first AS her_name, p.first AS peer_name, c.her_hand,
    CASE WHEN EXISTS (SELECT 1 FROM contacts_line l WHERE l.contact = c.id)
        THEN 1 ELSE 0 END AS written,
    CASE WHEN EXISTS (SELECT 1 FROM contacts_added a
            WHERE a.contact = c.id AND a.kind = 1)
        THEN 1 ELSE 0 END AS differs
FROM contacts_contact c
JOIN people_person m ON m.id = c.person
JOIN people_person p ON p.id = c.peer;
