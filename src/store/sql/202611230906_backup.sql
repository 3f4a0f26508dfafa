-- Where backups were written: who is erased is taken out of their keyrings.
CREATE TABLE store_backup (
    file TEXT PRIMARY KEY,  -- whole path; the keyring is file.keys
    made %int% NOT NULL
);
