-- A meeting of a team (R49, R54): who is there is known to who is there, and to
-- each person a peer there walks with. No column here says what was said.
CREATE TABLE meetings_meeting (
    id      %id%,
    program %int% NOT NULL,
    team    %int% NOT NULL,
    peer    %int% NOT NULL, -- who made it
    at      %int% NOT NULL  -- seconds: when it starts
);
CREATE INDEX meetings_meeting_at ON meetings_meeting (program, at);

CREATE TABLE meetings_there (
    meeting %int% NOT NULL REFERENCES meetings_meeting (id),
    who     %int% NOT NULL, -- of staff
    PRIMARY KEY (meeting, who)
);
CREATE INDEX meetings_there_who ON meetings_there (who);

-- Her word for one meeting: what, by whom, how she is heard, when she hears
-- back. The yes itself is a permission (sharing_permission), asked at each use.
CREATE TABLE meetings_word (
    id       %id%,
    person   %int% NOT NULL,
    meeting  %int% NOT NULL REFERENCES meetings_meeting (id),
    peer     %int% NOT NULL, -- who speaks for her
    voice    %int% NOT NULL, -- enum voice: her choice for this day
    topics   %blob% NOT NULL, -- sealed: lines
    hear     %int% NOT NULL, -- enum hear
    hear_day %int%,          -- the day she hears back
    how      %int% NOT NULL, -- enum hear_how
    UNIQUE (person, meeting)
);
CREATE INDEX meetings_word_peer ON meetings_word (peer, meeting);

-- Whom she is spoken about with. One more at the table: she is not spoken about.
CREATE TABLE meetings_named (
    word   %int% NOT NULL REFERENCES meetings_word (id),
    person %int% NOT NULL, -- whose word it is
    who    %int% NOT NULL, -- of staff
    PRIMARY KEY (word, who)
);
CREATE INDEX meetings_named_person ON meetings_named (person);

-- What was said for her, brought back. why: it was an emergency, without a yes.
CREATE TABLE meetings_back (
    id      %id%,
    person  %int% NOT NULL,
    meeting %int% NOT NULL REFERENCES meetings_meeting (id),
    peer    %int% NOT NULL, -- who wrote it
    words   %blob% NOT NULL, -- sealed
    why     %blob%,          -- sealed
    at      %int% NOT NULL,
    heard   %int%            -- seconds
);
CREATE INDEX meetings_back_person ON meetings_back (person, meeting);

-- Be there for me (R50): asked of one peer. Nobody else finds it.
CREATE TABLE meetings_support (
    id       %id%,
    person   %int% NOT NULL,
    peer     %int% NOT NULL, -- who is asked
    about    %int%,          -- of staff: whom it is about
    kind     %int% NOT NULL, -- enum support_kind
    words    %blob%,         -- sealed
    made     %int% NOT NULL,
    answer   %int% NOT NULL, -- enum support_answer
    answered %int%,
    ended    %int%
);
CREATE INDEX meetings_support_person ON meetings_support (person);
CREATE INDEX meetings_support_peer ON meetings_support (peer, ended);

-- The same as a page shows it: with what everybody is called.
CREATE VIEW meetings_support_line AS
SELECT s.id, s.person, s.peer, s.about, s.kind, s.words, s.made, s.answer,
    m.first AS her_name, p.first AS peer_name, a.first AS about_name, s.ended
FROM meetings_support s
JOIN people_person m ON m.id = s.person
JOIN people_person p ON p.id = s.peer
LEFT JOIN people_person a ON a.id = s.about;
