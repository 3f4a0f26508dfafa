-- The one page (R69 to R73). One row a visit; what she chose to leave on it is
-- sealed. What she said yes to is a thing said: said_thing, said_version.
CREATE TABLE page_sheet (
    id      %id%,
    visit   %int% NOT NULL,
    person  %int% NOT NULL,
    thing   %int%, -- said_thing.id; NULL: never approved
    choices %blob%,
    created %int% NOT NULL
);
CREATE UNIQUE INDEX page_sheet_visit ON page_sheet (visit);
CREATE INDEX page_sheet_person ON page_sheet (person);
