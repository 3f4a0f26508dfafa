-- What is said of a human being is sealed under that human's own key; who is
-- near whom is not, so that the one decision can be asked in SQL.
CREATE TABLE people_program (
    id      %id%,
    name    TEXT NOT NULL,
    changed %int% NOT NULL -- which list of names is true: people/names.c
);

CREATE TABLE people_person (
    id      %id%,
    program %int% NOT NULL REFERENCES people_program (id),
    name    %blob%, -- sealed; NULL once erased
    first   %blob%, -- sealed
    title   %blob%, -- sealed
    days    %blob%, -- sealed
    erased  %int%   -- seconds
);
CREATE INDEX people_person_program ON people_person (program);

-- Somebody the program walks with.
CREATE TABLE people_member (
    person  %id% REFERENCES people_person (id),
    program %int% NOT NULL REFERENCES people_program (id),
    since   %int% NOT NULL -- seconds
);

-- Somebody who works here. Both rows: dual status, locked (R103).
CREATE TABLE people_staff (
    person  %id% REFERENCES people_person (id),
    program %int% NOT NULL REFERENCES people_program (id),
    role    %int% NOT NULL -- enum role
);
CREATE INDEX people_staff_program ON people_staff (program, role);

CREATE TABLE people_team (
    id      %id%,
    program %int% NOT NULL REFERENCES people_program (id),
    name    TEXT NOT NULL
);

CREATE TABLE people_team_member (
    team   %int% NOT NULL REFERENCES people_team (id),
    person %int% NOT NULL REFERENCES people_person (id),
    PRIMARY KEY (team, person)
);
CREATE INDEX people_team_member_person ON people_team_member (person);

-- A peer walks with a member from since until until; both in seconds.
CREATE TABLE people_peer (
    id     %id%,
    peer   %int% NOT NULL REFERENCES people_person (id),
    member %int% NOT NULL REFERENCES people_person (id),
    since  %int% NOT NULL,
    until  %int%
);
CREATE INDEX people_peer_member ON people_peer (member, peer);
CREATE INDEX people_peer_peer ON people_peer (peer);

-- Who is who for me (R68).
CREATE TABLE people_circle (
    id     %id%,
    person %int% NOT NULL REFERENCES people_person (id),
    name   %blob%, -- sealed
    who    %blob%  -- sealed
);
CREATE INDEX people_circle_person ON people_circle (person);
