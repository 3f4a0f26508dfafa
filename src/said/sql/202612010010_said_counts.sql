-- What a program counts: late promises, asks that grew old.
CREATE INDEX said_thing_program ON said_thing (program, kind, state, due);
