-- One thing a peer opened to somebody who leads, to talk about it together; the
-- rest stays in the vault. A copy: nothing ties it to where it came from.
CREATE TABLE deck_shown (
    id     %id%,
    person %int% NOT NULL, -- the peer
    reader %int% NOT NULL, -- who leads
    entry  %blob% NOT NULL -- sealed under the peer's data key
);
CREATE INDEX deck_shown_person ON deck_shown (person);
CREATE INDEX deck_shown_reader ON deck_shown (reader);
