-- Two of staff open, for some hours, how a colleague may be reached (R103). The
-- row is the same whether the colleague is served or not.
CREATE TABLE sharing_glass (
    id      %id%,
    person  %int% NOT NULL, -- the colleague
    program %int% NOT NULL,
    asker   %int% NOT NULL,
    agreer  %int%,          -- NULL: nobody, yet
    reason  %blob%,         -- sealed, under the key of the colleague
    asked   %int% NOT NULL, -- seconds
    agreed  %int%,          -- seconds
    ended   %int%,          -- seconds: by one of the two; else it ends by itself
    told    %int%           -- seconds: when she last read of it
);
CREATE INDEX sharing_glass_person ON sharing_glass (person, id);
CREATE INDEX sharing_glass_program ON sharing_glass (program, asked);
