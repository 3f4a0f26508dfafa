-- A habit of her choosing, with a tiny step and her own measure (R66).
CREATE TABLE helps_habit (
    id      %id%,
    person  %int% NOT NULL,
    words   %blob% NOT NULL, -- sealed, as the next two
    step    %blob%,
    measure %blob%,          -- how she sees it, in her words; NULL: none
    made    %int% NOT NULL   -- seconds
);
CREATE INDEX helps_habit_person ON helps_habit (person);

-- It was done on a day: by her, or by the peer who walks it with her.
CREATE TABLE helps_check (
    id     %id%,
    habit  %int% NOT NULL,
    person %int% NOT NULL, -- whose habit it is: under whose key
    who    %int% NOT NULL, -- who did it
    day    %int% NOT NULL,
    value  %blob%,         -- sealed: of her measure; NULL: none
    UNIQUE (habit, who, day)
);
CREATE INDEX helps_check_person ON helps_check (person);
CREATE INDEX helps_check_who ON helps_check (who);
