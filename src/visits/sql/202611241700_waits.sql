-- What a peer typed and she has not said yes to, on Home, however long her history.
CREATE INDEX visits_answer_waits ON visits_answer (person) WHERE waits = 1;
