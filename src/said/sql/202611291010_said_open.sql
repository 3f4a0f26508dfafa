-- What is not over yet of years of things said: by whom, to whom, and what is a
-- draft still.
DROP INDEX said_thing_person;
DROP INDEX said_thing_author;
CREATE INDEX said_thing_person ON said_thing (person, state, kind);
CREATE INDEX said_thing_author ON said_thing (author, state, kind);
CREATE INDEX said_version_draft ON said_version (person) WHERE approved IS NULL;
