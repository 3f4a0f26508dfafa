-- Words of a form that was not sent yet: one for each account and form. page:
-- the path the form goes to.
CREATE TABLE web_draft (
    id      %id%,
    account %int% NOT NULL,
    person  %int% NOT NULL,
    page    TEXT NOT NULL,
    fields  %blob% NOT NULL,
    at      %int% NOT NULL,
    UNIQUE (account, page)
);
CREATE INDEX web_draft_person ON web_draft (person);
CREATE INDEX web_draft_at ON web_draft (at);
