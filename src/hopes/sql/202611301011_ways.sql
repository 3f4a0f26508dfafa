-- What a team hopes for her (R32): never a hope of hers.
CREATE TABLE hopes_theirs (
    id     %id%,
    person %int% NOT NULL,
    author %int% NOT NULL,
    words  %blob% NOT NULL, -- sealed
    at     %int% NOT NULL
);
CREATE INDEX hopes_theirs_person ON hopes_theirs (person, id);
CREATE INDEX hopes_theirs_author ON hopes_theirs (author, id);

-- Changing the path (R39): what made it hard.
CREATE TABLE hopes_path (
    goal   %int% NOT NULL PRIMARY KEY REFERENCES hopes_goal (id),
    person %int% NOT NULL,
    hard   %int% NOT NULL, -- 1 << enum hard
    words  %blob%          -- sealed
);
CREATE INDEX hopes_path_person ON hopes_path (person);

-- Other ways inside the same theme.
CREATE TABLE hopes_way (
    id      %id%,
    person  %int% NOT NULL,
    goal    %int% NOT NULL REFERENCES hopes_goal (id),
    words   %blob% NOT NULL, -- sealed
    source  %int% NOT NULL,  -- enum way_source
    shelf   %int%,           -- of which it is a copy
    by_peer %int%,           -- WAY_PEERS
    pick    %int% NOT NULL   -- enum way_pick
);
CREATE INDEX hopes_way_goal ON hopes_way (goal, id);
CREATE INDEX hopes_way_person ON hopes_way (person);

-- Ways the peers of a program know of: nobody's story.
CREATE TABLE hopes_shelf (
    id      %id%,
    person  %int% NOT NULL, -- the peer who wrote it: under whose key
    program %int% NOT NULL,
    area    %int% NOT NULL, -- enum life_area
    words   %blob% NOT NULL -- sealed
);
CREATE INDEX hopes_shelf_program ON hopes_shelf (program, area, id);
CREATE INDEX hopes_shelf_person ON hopes_shelf (person);
