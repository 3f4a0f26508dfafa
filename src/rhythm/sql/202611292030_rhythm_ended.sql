-- One of two ended a rhythm, or said no to one (R17): the other is told, once.
ALTER TABLE rhythm_rhythm ADD COLUMN ended_by %int%; -- NULL: nobody is told
ALTER TABLE rhythm_rhythm ADD COLUMN told %int%;     -- seconds
CREATE INDEX rhythm_rhythm_untold ON rhythm_rhythm (peer)
    WHERE ended_by IS NOT NULL AND told IS NULL;
