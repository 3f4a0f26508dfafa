-- A vault: what is one peer's alone (R1, R5, R99). Its key is in no place of
-- ours but wrapped by what only its owner has.
CREATE TABLE vault_box (
    person   %int% NOT NULL PRIMARY KEY, -- the peer
    salt     %blob% NOT NULL,
    by_words %blob% NOT NULL, -- the vault key, under the passphrase
    by_code  %blob% NOT NULL  -- and under the code on paper
);
-- What is in it: a drawer each, all there from the first day, so that nothing
-- says which are in use.
CREATE TABLE vault_drawer (
    person %int% NOT NULL,
    drawer %int% NOT NULL,  -- enum vault_drawer
    sealed %blob% NOT NULL, -- under the vault key
    PRIMARY KEY (person, drawer)
);
-- Opened in this session: the vault key under a key that only the cookie of the
-- session makes. Gone when it ends.
CREATE TABLE vault_opened (
    session %int% NOT NULL PRIMARY KEY,
    person  %int% NOT NULL,
    wrapped %blob% NOT NULL
);
CREATE INDEX vault_opened_person ON vault_opened (person);
