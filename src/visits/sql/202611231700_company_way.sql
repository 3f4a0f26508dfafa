-- How we get there (R63).
ALTER TABLE visits_company ADD COLUMN way %blob%; -- sealed
