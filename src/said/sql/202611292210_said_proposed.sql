-- What was proposed in a mediation is promised when she has said yes to it
-- (R42): until then a draft (0); after her no, or its end, let go (6, 5).
UPDATE said_thing SET state = 0 WHERE kind = 4 AND state = 1 AND about IN (
    SELECT r.id FROM said_reply r JOIN said_thing t ON t.id = r.thing
    WHERE t.kind = 3 AND t.state <> 6 AND r.answer = 0);
UPDATE said_thing SET state = 6, ending = 5 WHERE kind = 4 AND state = 1
    AND about IN (
    SELECT r.id FROM said_reply r JOIN said_thing t ON t.id = r.thing
    WHERE t.kind = 3 AND (r.answer = 2 OR (t.state = 6 AND r.answer = 0)));
