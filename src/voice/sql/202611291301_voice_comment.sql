-- A comment of a peer, beside her words and never among them (R52). Nobody but
-- the two reads it before her yes; a yes is beside one version of her words.
CREATE TABLE voice_comment (
    id      %id%,
    thing   %int% NOT NULL, -- said_thing.id
    person  %int% NOT NULL, -- whose words it stands beside
    author  %int% NOT NULL, -- a peer
    body    %blob% NOT NULL, -- sealed
    answer  %int% NOT NULL, -- enum comment_answer: hers
    version %int%,          -- of her words, when she said yes
    at      %int% NOT NULL, -- seconds: when it was written
    UNIQUE (thing, author)
);
CREATE INDEX voice_comment_person ON voice_comment (person);
CREATE INDEX voice_comment_author ON voice_comment (author);
