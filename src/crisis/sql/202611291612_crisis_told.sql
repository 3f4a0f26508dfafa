-- What she was not told yet.
CREATE INDEX crisis_look_untold ON crisis_look (person, id) WHERE seen IS NULL;
