-- The sorts of tasks that are not a peer's, as a program keeps them (R30): its
-- own, and the shipped ones that it took away. None is ever deleted: old numbers
-- keep their name.
CREATE TABLE role_sort (
    id      %id%,
    program %int% NOT NULL,
    shipped %int% NOT NULL, -- enum asked: that one is taken away; -1: its own
    words   TEXT NOT NULL,  -- of its own; '' of a shipped one
    gone    %int%           -- the day it was taken away
);
CREATE INDEX role_sort_program ON role_sort (program);
