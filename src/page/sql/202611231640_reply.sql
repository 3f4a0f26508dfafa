-- What a reader of the page understood, and what they will do, by when (R44,
-- R73, R121). A reply is written once; only her word on it is added. What
-- somebody promised is closed by her alone.
CREATE TABLE page_reply (
    id       %id%,
    page     %int% NOT NULL REFERENCES page_sheet (id),
    person   %int% NOT NULL, -- to whom
    author   %int% NOT NULL, -- person or link
    version  %int% NOT NULL, -- of the page that was read
    words    %blob% NOT NULL,
    at       %int% NOT NULL,
    answer   %int% NOT NULL, -- enum reply_answer
    said     %blob%,         -- what she answers
    answered %int%
);
CREATE INDEX page_reply_page ON page_reply (page);
CREATE INDEX page_reply_person ON page_reply (person);

CREATE TABLE page_commitment (
    id     %id%,
    reply  %int% NOT NULL REFERENCES page_reply (id),
    person %int% NOT NULL, -- for whom
    author %int% NOT NULL, -- who promised: person or link
    words  %blob% NOT NULL,
    due    %int%,
    state  %int% NOT NULL, -- enum commitment_state
    came   %blob%,         -- what came of it, in her words
    moved  %int%
);
CREATE INDEX page_commitment_reply ON page_commitment (reply);
CREATE INDEX page_commitment_person ON page_commitment (person, state);
