-- A sheet on which a person thinks a choice over (R59).
CREATE TABLE weighing_sheet (
    id      %id%,
    person  %int% NOT NULL,
    made    %int% NOT NULL, -- seconds
    changed %int% NOT NULL
);
CREATE INDEX weighing_sheet_person ON weighing_sheet (person, changed);

-- Each thing she wrote on it, and what a peer typed that she has not said yes to.
CREATE TABLE weighing_part (
    id       %id%,
    sheet    %int% NOT NULL,
    person   %int% NOT NULL,
    part     %int% NOT NULL, -- enum sheet_part
    words    %blob%,         -- sealed; NULL: nothing
    waits    %blob%,         -- sealed: what was typed for her
    typed_by %int%,          -- NULL: nothing waits
    typed    %int%,          -- grows with each time something is typed
    UNIQUE (sheet, part)
);
CREATE INDEX weighing_part_person ON weighing_part (person);
