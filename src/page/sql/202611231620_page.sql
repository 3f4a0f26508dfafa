-- The one page (R69 to R73). One row a visit; what she chose to leave on it is
-- sealed. A version is what she approved, word for word: it is written once,
-- and no statement of this program changes or removes one but erasure.
CREATE TABLE page_sheet (
    id      %id%,
    visit   %int% NOT NULL,
    person  %int% NOT NULL,
    choices %blob%,
    created %int% NOT NULL
);
CREATE UNIQUE INDEX page_sheet_visit ON page_sheet (visit);
CREATE INDEX page_sheet_person ON page_sheet (person);

CREATE TABLE page_version (
    id       %id%,
    page     %int% NOT NULL REFERENCES page_sheet (id),
    person   %int% NOT NULL,
    version  %int% NOT NULL,
    content  %blob% NOT NULL,
    hash     TEXT NOT NULL,
    approved %int% NOT NULL,
    UNIQUE (page, version)
);
CREATE INDEX page_version_person ON page_version (person);

-- Who was given the page, and when she took it back. Whether it may be read is
-- not said here: that is a permission, asked at each request.
CREATE TABLE page_reader (
    id        %id%,
    page      %int% NOT NULL REFERENCES page_sheet (id),
    person    %int% NOT NULL,
    reader    %int% NOT NULL,
    given     %int% NOT NULL,
    withdrawn %int%
);
CREATE INDEX page_reader_page ON page_reader (page);
CREATE INDEX page_reader_person ON page_reader (person);
CREATE INDEX page_reader_reader ON page_reader (reader, given);

-- The newest version a reader has had before their eyes.
CREATE TABLE page_read (
    id      %id%,
    page    %int% NOT NULL REFERENCES page_sheet (id),
    person  %int% NOT NULL,
    reader  %int% NOT NULL,
    version %int% NOT NULL,
    at      %int% NOT NULL,
    UNIQUE (page, reader, version)
);
CREATE INDEX page_read_person ON page_read (person);
