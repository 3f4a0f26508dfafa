-- A picture of our own that she picked for a hope, with words or alone (R32).
ALTER TABLE hopes_goal ADD COLUMN picture %blob%;  -- sealed: its name
ALTER TABLE hopes_words ADD COLUMN picture %blob%; -- sealed: the one before

-- A hope with its heart, and the day of its last step.
DROP VIEW hopes_seen;
CREATE VIEW hopes_seen AS
SELECT g.id, g.person, g.parent, g.theme, g.words, g.picture, g.payer,
    g.payer_by, g.state, g.since, g.made, g.kept_by, g.ask_on, g.review_on,
    t.words AS theme_words, t.area, k.first AS keeper, b.first AS payer_name,
    (SELECT m.day FROM hopes_move m WHERE m.goal = g.id
     AND m.agreed IS NOT NULL AND m.away IS NULL
     ORDER BY m.day DESC LIMIT 1) AS last_day
FROM hopes_goal g LEFT JOIN hopes_theme t ON t.id = g.theme
LEFT JOIN people_person k ON k.id = g.kept_by
LEFT JOIN people_person b ON b.id = g.payer_by;
