-- Who was there when it began, kept when the table is corrected after that: the
-- duty to bring back is of that hour (R49). No row: nobody corrected it.
CREATE TABLE meetings_start (
    meeting %int% NOT NULL REFERENCES meetings_meeting (id),
    who     %int% NOT NULL, -- of staff
    PRIMARY KEY (meeting, who)
);
CREATE INDEX meetings_start_who ON meetings_start (who);

-- Who is there as it begins.
CREATE VIEW meetings_began AS
SELECT s.meeting, s.who FROM meetings_start s
UNION ALL
SELECT h.meeting, h.who FROM meetings_there h
WHERE NOT EXISTS (SELECT 1 FROM meetings_start s WHERE s.meeting = h.meeting);

-- Who is there, or was when it began.
CREATE VIEW meetings_sat AS
SELECT h.meeting, h.who FROM meetings_there h
UNION
SELECT s.meeting, s.who FROM meetings_start s;
