-- Who is there, or was when it began: asked for one meeting, by its indexes.
DROP VIEW meetings_sat;
CREATE VIEW meetings_sat AS
SELECT h.meeting, h.who FROM meetings_there h
UNION ALL
SELECT s.meeting, s.who FROM meetings_start s;
