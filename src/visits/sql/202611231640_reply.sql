-- What a reader of the page understood, and what they will do, by when (R44,
-- R73, R121). A reply is written once; only her word on it is added. What
-- somebody promised is closed by her alone.
CREATE TABLE visits_reply (
    id       %id%,
    page     %int% NOT NULL REFERENCES visits_page (id),
    person   %int% NOT NULL, -- to whom
    author   %int% NOT NULL, -- person or link
    version  %int% NOT NULL, -- of the page that was read
    words    %blob% NOT NULL,
    at       %int% NOT NULL,
    answer   %int% NOT NULL, -- enum reply_answer
    said     %blob%,         -- what she answers
    answered %int%
);
CREATE INDEX visits_reply_page ON visits_reply (page);
CREATE INDEX visits_reply_person ON visits_reply (person);

CREATE TABLE visits_commitment (
    id     %id%,
    reply  %int% NOT NULL REFERENCES visits_reply (id),
    person %int% NOT NULL, -- for whom
    author %int% NOT NULL, -- who promised: person or link
    words  %blob% NOT NULL,
    due    %int%,
    state  %int% NOT NULL, -- enum commitment_state
    came   %blob%,         -- what came of it, in her words
    moved  %int%
);
CREATE INDEX visits_commitment_reply ON visits_commitment (reply);
CREATE INDEX visits_commitment_person ON visits_commitment (person, state);
