-- Forms that have arrived: what is sent twice counts once. The id a form was
-- made with is kept nowhere: it is the secret of the two marks.
CREATE TABLE frame_once (
    account  %int% NOT NULL,
    id       TEXT NOT NULL, -- mark of the id
    fields   TEXT NOT NULL, -- mark of the path and of what was sent
    location TEXT NOT NULL,
    at       %int% NOT NULL,
    PRIMARY KEY (account, id)
);
CREATE INDEX frame_once_at ON frame_once (at);
