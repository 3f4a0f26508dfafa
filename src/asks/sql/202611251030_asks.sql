-- Asks of the agency (R48). An ask is a thing said; here is how loud it is.

-- Who stands on which step of the ladder, of a program.
CREATE TABLE asks_holder (
    program %int% NOT NULL,
    step    %int% NOT NULL, -- enum ask_step
    holder  %int% NOT NULL, -- of staff
    PRIMARY KEY (program, step)
);

-- The ladder she agreed to, of one ask. Whether a step may read it is not said
-- here: that is a permission of hers, which begins at since.
CREATE TABLE asks_step (
    thing  %int% NOT NULL,
    step   %int% NOT NULL, -- enum ask_step
    person %int% NOT NULL, -- whose ask
    chosen %int% NOT NULL, -- 0: never this one
    since  %int%,          -- seconds, may be to come; NULL: does not have it
    holder %int%,          -- who was let in
    PRIMARY KEY (thing, step)
);
CREATE INDEX asks_step_person ON asks_step (person);
CREATE INDEX asks_step_holder ON asks_step (holder);

-- A line of what was done about it.
CREATE TABLE asks_did (
    id     %id%,
    thing  %int% NOT NULL,
    person %int% NOT NULL, -- to whom
    author %int% NOT NULL,
    words  %blob% NOT NULL, -- sealed
    at     %int% NOT NULL
);
CREATE INDEX asks_did_thing ON asks_did (thing);
CREATE INDEX asks_did_person ON asks_did (person);
