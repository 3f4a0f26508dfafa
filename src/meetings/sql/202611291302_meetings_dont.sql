-- What she does not want said at it (R64).
ALTER TABLE meetings_word ADD COLUMN dont %blob%; -- sealed: lines
