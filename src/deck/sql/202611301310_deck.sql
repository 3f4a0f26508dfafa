-- The parts of life a program's peers may talk of (R6): its own ones, and the
-- shipped ones that it took away. Of nobody. None is ever deleted.
CREATE TABLE deck_domain (
    id      %id%,
    program %int% NOT NULL,
    shipped %int% NOT NULL, -- that one is taken away; 0: one of its own
    after   %int% NOT NULL, -- of its own: the shipped one it stands behind
    quiet   %int% NOT NULL, -- of its own: 1: shut and hidden until opened
    words   TEXT NOT NULL,  -- of its own; '' of a shipped one
    gone    %int%           -- the day it was taken away
);
CREATE INDEX deck_domain_program ON deck_domain (program);
-- What a peer is open to: all of it as one text, so that not even how many are
-- open shows. deck/open.h reads it.
CREATE TABLE deck_open (
    person %int% NOT NULL PRIMARY KEY, -- the peer
    flags  %blob% NOT NULL             -- sealed
);
