-- One hat of one human.
CREATE TABLE auth_account (
    id       %id%,
    blind    %blob% NOT NULL UNIQUE, -- of the sign-in name
    name     %blob% NOT NULL,        -- the sign-in name, sealed for its owner
    person   %int% NOT NULL,
    program  %int% NOT NULL,
    role     %int% NOT NULL,
    lang     %int%,                  -- NULL: as the browser asks
    password TEXT NOT NULL,          -- argon2id of a keyed hash
    made     %int% NOT NULL,
    disabled %int%                   -- since when; NULL: it is not
);
CREATE INDEX auth_account_person ON auth_account (person);
CREATE INDEX auth_account_program ON auth_account (program, role);
CREATE TABLE auth_session (
    id      %id%,
    account %int% NOT NULL REFERENCES auth_account (id),
    token   TEXT NOT NULL UNIQUE,    -- a keyed hash; the token is in a cookie
    form    TEXT NOT NULL UNIQUE,    -- a keyed hash of what its forms carry
    shared  %int% NOT NULL,          -- 1: on a shared device
    made    %int% NOT NULL,
    seen    %int% NOT NULL,          -- to the minute
    ends    %int% NOT NULL,          -- however much it is used
    ended   %int%                    -- by somebody; NULL: it was not
);
CREATE INDEX auth_session_account ON auth_session (account);
CREATE INDEX auth_session_ends ON auth_session (ends);
-- What a peer hands over so that somebody can sign in on a shared device.
CREATE TABLE auth_code (
    account %int% NOT NULL PRIMARY KEY REFERENCES auth_account (id),
    code    TEXT NOT NULL UNIQUE,    -- a keyed hash
    ends    %int% NOT NULL
);
