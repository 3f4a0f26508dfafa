-- What makes the way to her door safe for a peer, in versions: who wrote it,
-- when. The words of a note that was taken away are gone (R23).
CREATE TABLE rhythm_way (
    id      %id%,
    person  %int% NOT NULL,
    number  %int% NOT NULL, -- 1, 2, ...
    away    %int% NOT NULL, -- 1: taken away
    words   %blob%,         -- sealed; NULL: gone
    by_whom %int% NOT NULL,
    at      %int% NOT NULL, -- seconds
    UNIQUE (person, number)
);

-- Her own words beside it, whoever changes the note (R15).
CREATE TABLE rhythm_way_answer (
    id     %id%,
    person %int% NOT NULL UNIQUE,
    words  %blob%,         -- sealed
    at     %int% NOT NULL  -- seconds
);
