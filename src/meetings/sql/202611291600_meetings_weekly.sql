-- A meeting that is each week (R49): entered once; its dates are meetings of
-- their own, so that her yes is about one of them.
CREATE TABLE meetings_series (
    id      %id%,
    program %int% NOT NULL,
    team    %int% NOT NULL,
    maker   %int% NOT NULL, -- of staff
    day     %int% NOT NULL, -- the next date that is not there yet
    minute  %int% NOT NULL,
    ended   %int%           -- seconds
);

CREATE TABLE meetings_always (
    series %int% NOT NULL REFERENCES meetings_series (id),
    who    %int% NOT NULL, -- of staff
    PRIMARY KEY (series, who)
);

ALTER TABLE meetings_meeting ADD COLUMN series %int%;
ALTER TABLE meetings_meeting ADD COLUMN called_off %int%; -- seconds
CREATE INDEX meetings_meeting_series ON meetings_meeting (series);
