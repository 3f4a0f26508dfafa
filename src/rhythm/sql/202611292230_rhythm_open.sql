-- Times that stand open, past years of those that were.
CREATE INDEX rhythm_time_open ON rhythm_time (person, at) WHERE state = 0;
