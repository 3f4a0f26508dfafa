-- A line says which step was the last, and whose: who did not take it learns of
-- it. What is over is found by when it ended.
DROP VIEW said_line;
CREATE VIEW said_line AS
SELECT t.id, t.person, t.kind, t.author, t.to_whom, t.about, t.state, t.ending,
    t.due, t.until, t.made, t.moved, v.id AS version_id, v.version, v.words,
    v.hash, v.typed_by, v.approved, m.id AS move, m.why, m.act AS last_act,
    m.actor AS last_by
FROM said_thing t
JOIN said_version v ON v.thing = t.id AND v.version = (
    SELECT MAX(n.version) FROM said_version n
    WHERE n.thing = t.id AND (n.approved IS NOT NULL OR t.state = 0))
LEFT JOIN said_move m ON m.id = (
    SELECT MAX(l.id) FROM said_move l WHERE l.thing = t.id);
DROP INDEX said_thing_person;
DROP INDEX said_thing_author;
CREATE INDEX said_thing_person ON said_thing (person, state, kind, moved);
CREATE INDEX said_thing_author ON said_thing (author, state, kind, moved);
