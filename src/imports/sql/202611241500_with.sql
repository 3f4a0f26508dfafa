-- The id of whoever a visit is with, where it came from. Names of a file make
-- nobody staff here.
ALTER TABLE imports_visit ADD COLUMN with_id %blob%; -- sealed
