-- To whom one thing of hers is never shown, whatever is allowed: whom it is
-- about (R47). She says so; it goes with her.
CREATE TABLE sharing_barred (
    person %int% NOT NULL,
    topic  %int% NOT NULL,
    thing  %int% NOT NULL,
    reader %int% NOT NULL,
    PRIMARY KEY (reader, person, topic, thing)
);
CREATE INDEX sharing_barred_thing ON sharing_barred (person, topic, thing);
