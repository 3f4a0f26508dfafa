-- An ask that she ended: that it is over is told once to who held it. Not how,
-- no word of hers, and not whose it was.
CREATE TABLE asks_over (
    id     %id%,
    thing  %int% NOT NULL,
    holder %int% NOT NULL, -- to whom it is told
    made   %int% NOT NULL, -- seconds: when it was asked
    at     %int% NOT NULL, -- seconds: when it ended
    UNIQUE (thing, holder)
);
CREATE INDEX asks_over_holder ON asks_over (holder);
