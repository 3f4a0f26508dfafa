-- What a person keeps track of between visits: sleep, and up to four lines of
-- her own choosing (R72). The day a value stands for is in the clear; what it
-- says, and what the line is called, is sealed.
CREATE TABLE between_line (
    id      %id%,
    person  %int% NOT NULL,
    kind    %int% NOT NULL,
    name    %blob%,
    created %int% NOT NULL,
    ended   %int%
);
CREATE INDEX between_line_person ON between_line (person);

-- Never changed: saving a day again ends the old row, so that it can be undone.
CREATE TABLE between_entry (
    id       %id%,
    person   %int% NOT NULL,
    line     %int% NOT NULL REFERENCES between_line (id),
    day      %int% NOT NULL,
    value    %blob% NOT NULL,
    saved_by %int% NOT NULL,
    ended_by %int%
);
CREATE INDEX between_entry_person ON between_entry (person, day);
CREATE INDEX between_entry_saved ON between_entry (saved_by);
CREATE INDEX between_entry_ended ON between_entry (ended_by);
CREATE UNIQUE INDEX between_entry_now ON between_entry (line, day)
    WHERE ended_by IS NULL;

CREATE TABLE between_event (
    id      %id%,
    person  %int% NOT NULL,
    day     %int% NOT NULL,
    words   %blob% NOT NULL,
    created %int% NOT NULL,
    ended   %int%
);
CREATE INDEX between_event_person ON between_event (person, day);
