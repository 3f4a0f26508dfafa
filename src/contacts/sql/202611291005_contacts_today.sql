-- Today and Home, however many years two have walked together: a peer's week,
-- when two last had a contact, what waits for her, the words of the newest.
CREATE INDEX contacts_contact_week ON contacts_contact (peer, day);
CREATE INDEX contacts_contact_two ON contacts_contact (person, peer, day, kind);
CREATE INDEX contacts_contact_hers ON contacts_contact (person, locked);
DROP INDEX contacts_line_person;
CREATE INDEX contacts_line_person ON contacts_line (person, contact);
