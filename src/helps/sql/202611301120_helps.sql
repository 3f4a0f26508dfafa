-- What helps a person, and is no pill (R58): her list.
CREATE TABLE helps_strategy (
    id     %id%,
    person %int% NOT NULL,
    words  %blob% NOT NULL, -- sealed, as the next two: what I do
    moment %blob%,          -- when
    helps  %blob%,          -- what it helps with
    source %int%,           -- the peer from whose shelf it is; NULL: her own
    made   %int% NOT NULL,  -- seconds
    used   %int%            -- when it was used last
);
CREATE INDEX helps_strategy_person ON helps_strategy (person);

-- What peers do themselves, signed, for anybody of the program to copy.
CREATE TABLE helps_signed (
    id      %id%,
    person  %int% NOT NULL, -- the peer: under whose key
    program %int% NOT NULL,
    words   %blob% NOT NULL, -- sealed, as the next two
    moment  %blob%,
    helps   %blob%,
    made    %int% NOT NULL
);
CREATE INDEX helps_signed_program ON helps_signed (program, id);
CREATE INDEX helps_signed_person ON helps_signed (person);
