-- What one reader said they will do, and is open.
CREATE INDEX page_commitment_author ON page_commitment (author, state);
