-- One row: what this store is.
CREATE TABLE store_about (
    one     %int% PRIMARY KEY CHECK (one = 1),
    made_up %int% NOT NULL
);
INSERT INTO store_about (one, made_up) VALUES (1, 0);
