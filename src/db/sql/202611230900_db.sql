-- One sequence gives every id, so that an id of one kind is never another's.
CREATE TABLE db_migration (
    name    TEXT PRIMARY KEY,
    applied %int% NOT NULL
);
-- sqlite: CREATE TABLE db_sequence (n INTEGER NOT NULL);
-- sqlite: INSERT INTO db_sequence (n) VALUES (1000);
-- pg: CREATE SEQUENCE db_sequence START 1001;
