-- A seat counts after its holder said yes (R56); who sat before had been asked.
-- And its end is told to whoever held it.
ALTER TABLE council_member ADD COLUMN agreed %int%; -- the day of the yes
ALTER TABLE council_member ADD COLUMN ended %int%;  -- the day it was ended, until that is read
UPDATE council_member SET agreed = since;
