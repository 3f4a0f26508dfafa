-- That so many peers shared something, or held back, in a month (R7). A peer
-- who wants it adds one, under a token of their vault for that month alone:
-- nobody can tell whose it is, nor that two months are of one peer. -1 or 0: not
-- said.
CREATE TABLE deck_count (
    program %int% NOT NULL,
    month   %int% NOT NULL, -- its first day
    token   TEXT NOT NULL,
    held    %int% NOT NULL, -- 1: held back
    domain  %int% NOT NULL,
    depth   %int% NOT NULL, -- enum depth
    asked   %int% NOT NULL, -- enum asked_by
    helped  %int% NOT NULL, -- enum helped
    why     %int% NOT NULL, -- enum held_why
    PRIMARY KEY (program, month, token, held, domain, depth, asked, helped, why)
);
