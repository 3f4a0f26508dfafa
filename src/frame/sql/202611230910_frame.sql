-- Forms that have arrived: what is sent twice counts once.
CREATE TABLE frame_once (
    account  %int% NOT NULL,
    id       TEXT NOT NULL,
    location TEXT NOT NULL,
    at       %int% NOT NULL,
    PRIMARY KEY (account, id)
);
CREATE INDEX frame_once_at ON frame_once (at);
