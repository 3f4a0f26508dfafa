-- Who wants space now, however many did before.
CREATE INDEX rhythm_space_now ON rhythm_space (until) WHERE ended IS NULL;
