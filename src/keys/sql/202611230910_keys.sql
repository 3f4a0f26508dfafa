-- The one row that says which master key opens this store.
CREATE TABLE keys_store (
    id      %id% CHECK (id = 1),
    salt    %blob%,           -- of a passphrase; NULL: the key is a file
    opens   %blob% NOT NULL,  -- the index key, wrapped by the master key
    epoch   %int% NOT NULL,   -- another number whenever a data key is destroyed
    made    %int% NOT NULL
);
-- A row per person; without it nothing they said can be read by anyone.
CREATE TABLE keys_person (
    person  %id%,
    wrapped %blob% NOT NULL,  -- the data key, wrapped by the master key
    made    %int% NOT NULL
);
