-- Sleep first, then her lines in the order she made them.
CREATE INDEX between_line_order ON between_line (person, (kind <> 0), created, id);
DROP INDEX between_line_person;
