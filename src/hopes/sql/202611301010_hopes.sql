-- What is at the heart of a hope, and stays when the path changes (R39).
CREATE TABLE hopes_theme (
    id     %id%,
    person %int% NOT NULL,
    words  %blob% NOT NULL, -- sealed
    area   %int% NOT NULL   -- enum life_area
);
CREATE INDEX hopes_theme_person ON hopes_theme (person);

-- A hope, in her own words (R32). One that is changed to another path stays, and
-- the new one names it (R39).
CREATE TABLE hopes_goal (
    id        %id%,
    person    %int% NOT NULL,
    parent    %int% REFERENCES hopes_goal (id), -- the one it came from
    theme     %int% REFERENCES hopes_theme (id),
    words     %blob% NOT NULL, -- sealed: as she says it now
    payer     %blob%,          -- sealed: what a payer calls it, beside
    payer_by  %int%,           -- the peer who wrote that
    state     %int% NOT NULL,  -- enum goal_state
    since     %int% NOT NULL,  -- seconds: in this state
    made      %int% NOT NULL,  -- seconds
    day       %int% NOT NULL,  -- the same, as a day
    kept_by   %int%,           -- GOAL_KEPT: the peer who holds it
    ask_on    %int%,           -- GOAL_KEPT: a day
    review_on %int%            -- a day to talk about it: reminds, closes nothing
);
CREATE INDEX hopes_goal_person ON hopes_goal (person, id);
CREATE INDEX hopes_goal_parent ON hopes_goal (parent);
CREATE INDEX hopes_goal_kept ON hopes_goal (kept_by, ask_on);

-- How she said it before: an earlier version is never changed.
CREATE TABLE hopes_words (
    id     %id%,
    person %int% NOT NULL,
    goal   %int% NOT NULL REFERENCES hopes_goal (id),
    words  %blob% NOT NULL, -- sealed
    until  %int% NOT NULL   -- seconds
);
CREATE INDEX hopes_words_goal ON hopes_words (goal, id);
CREATE INDEX hopes_words_person ON hopes_words (person);

-- A step, a shift, a milestone (R34 to R36). One that a peer noticed waits until
-- she agrees.
CREATE TABLE hopes_move (
    id     %id%,
    person %int% NOT NULL,
    goal   %int% NOT NULL REFERENCES hopes_goal (id),
    kind   %int% NOT NULL,  -- enum move_kind
    day    %int% NOT NULL,
    words  %blob% NOT NULL, -- sealed: the step; how I see it now
    before %blob%,          -- sealed: how I used to see it
    size   %int% NOT NULL,  -- enum move_size
    years  %int% NOT NULL,  -- the first time in so many; 0: not said
    sort   %int% NOT NULL,  -- a milestone: enum mile_sort
    counts %int% NOT NULL,  -- a milestone: she lets it be counted
    by_peer %int%,          -- who noticed it
    agreed %int%,           -- seconds
    away   %int%            -- seconds: she took it out, or dropped it
);
-- All that says whether one is in the line, so that only those shown are read.
CREATE INDEX hopes_move_goal
    ON hopes_move (goal, day, id, kind, agreed, away);
CREATE INDEX hopes_move_waits ON hopes_move (person, agreed);
CREATE INDEX hopes_move_day ON hopes_move (day, person);

-- A hope with its heart, and the day of its last step.
CREATE VIEW hopes_seen AS
SELECT g.id, g.person, g.parent, g.theme, g.words, g.payer, g.payer_by,
    g.state, g.since, g.made, g.kept_by, g.ask_on, g.review_on,
    t.words AS theme_words, t.area, k.first AS keeper, b.first AS payer_name,
    (SELECT m.day FROM hopes_move m WHERE m.goal = g.id
     AND m.agreed IS NOT NULL AND m.away IS NULL
     ORDER BY m.day DESC LIMIT 1) AS last_day
FROM hopes_goal g LEFT JOIN hopes_theme t ON t.id = g.theme
LEFT JOIN people_person k ON k.id = g.kept_by
LEFT JOIN people_person b ON b.id = g.payer_by;
