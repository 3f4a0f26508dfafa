-- Today, however many years two have met: what waits for a word, what was
-- changed since yesterday, when they were last together.
CREATE INDEX rhythm_time_waits ON rhythm_time (peer, at) WHERE state = 0;
CREATE INDEX rhythm_time_changed ON rhythm_time (peer, changed);
CREATE INDEX rhythm_time_two ON rhythm_time (person, peer, state, at);
