-- Her answers to what a reader wrote back that this reader has had before their
-- eyes (R44): until then they are something to read.
CREATE TABLE said_heard (
    id     %id%,
    reply  %int% NOT NULL REFERENCES said_reply (id),
    person %int% NOT NULL, -- whose answer
    reader %int% NOT NULL,
    at     %int% NOT NULL,
    UNIQUE (reply, reader)
);
CREATE INDEX said_heard_person ON said_heard (person);
