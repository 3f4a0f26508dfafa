-- What a peer typed beside her (R32): a hope that is begun, or other words for
-- one. None of hers before she says yes; then it is gone from here.
CREATE TABLE hopes_typed (
    id      %id%,
    person  %int% NOT NULL,
    goal    %int% REFERENCES hopes_goal (id), -- NULL: a new one
    by_peer %int%,  -- who typed it; NULL: she began it, and nobody did yet
    words   %blob%, -- sealed
    picture %blob%, -- sealed: its name
    at      %int% NOT NULL -- seconds
);
CREATE INDEX hopes_typed_person ON hopes_typed (person, id);
CREATE INDEX hopes_typed_goal ON hopes_typed (goal, by_peer);
