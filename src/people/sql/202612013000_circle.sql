-- What somebody of her own world may know, and the last day of it (R68).
ALTER TABLE people_circle ADD COLUMN knows %blob%; -- sealed
ALTER TABLE people_circle ADD COLUMN until %int%;
