-- What a person keeps track of between visits: sleep, and up to four lines of
-- her own choosing (R72). The day a value stands for is in the clear; what it
-- says, and what the line is called, is sealed.
CREATE TABLE visits_line (
    id      %id%,
    person  %int% NOT NULL,
    kind    %int% NOT NULL,
    name    %blob%,
    created %int% NOT NULL,
    ended   %int%
);
CREATE INDEX visits_line_person ON visits_line (person);

-- Never changed: saving a day again ends the old row, so that it can be undone.
CREATE TABLE visits_entry (
    id       %id%,
    person   %int% NOT NULL,
    line     %int% NOT NULL REFERENCES visits_line (id),
    day      %int% NOT NULL,
    value    %blob% NOT NULL,
    saved_by %int% NOT NULL,
    ended_by %int%
);
CREATE INDEX visits_entry_person ON visits_entry (person, day);
CREATE INDEX visits_entry_saved ON visits_entry (saved_by);
CREATE INDEX visits_entry_ended ON visits_entry (ended_by);
CREATE UNIQUE INDEX visits_entry_now ON visits_entry (line, day)
    WHERE ended_by IS NULL;

CREATE TABLE visits_event (
    id      %id%,
    person  %int% NOT NULL,
    day     %int% NOT NULL,
    words   %blob% NOT NULL,
    created %int% NOT NULL,
    ended   %int%
);
CREATE INDEX visits_event_person ON visits_event (person, day);
