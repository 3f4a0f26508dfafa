-- What a reader has been given of one topic and has still, and what of hers may
-- be seen by whom, however much is over.
CREATE INDEX sharing_permission_open
    ON sharing_permission (reader, topic) WHERE ended IS NULL;
CREATE INDEX sharing_permission_once
    ON sharing_permission (person, reader, topic, until, since, id)
    WHERE ended IS NULL;
