-- The one page (R69 to R73). One row a visit; what she chose to leave on it is
-- sealed. A version is what she approved, word for word: it is written once,
-- and no statement of this program changes or removes one but erasure.
CREATE TABLE visits_page (
    id      %id%,
    visit   %int% NOT NULL,
    person  %int% NOT NULL,
    choices %blob%,
    created %int% NOT NULL
);
CREATE UNIQUE INDEX visits_page_visit ON visits_page (visit);
CREATE INDEX visits_page_person ON visits_page (person);

CREATE TABLE visits_page_version (
    id       %id%,
    page     %int% NOT NULL REFERENCES visits_page (id),
    person   %int% NOT NULL,
    version  %int% NOT NULL,
    content  %blob% NOT NULL,
    hash     TEXT NOT NULL,
    approved %int% NOT NULL,
    UNIQUE (page, version)
);
CREATE INDEX visits_page_version_person ON visits_page_version (person);

-- Who was given the page, and when she took it back. Whether it may be read is
-- not said here: that is a permission, asked at each request.
CREATE TABLE visits_page_reader (
    id        %id%,
    page      %int% NOT NULL REFERENCES visits_page (id),
    person    %int% NOT NULL,
    reader    %int% NOT NULL,
    given     %int% NOT NULL,
    withdrawn %int%
);
CREATE INDEX visits_page_reader_page ON visits_page_reader (page);
CREATE INDEX visits_page_reader_person ON visits_page_reader (person);
CREATE INDEX visits_page_reader_reader ON visits_page_reader (reader, given);

-- The newest version a reader has had before their eyes.
CREATE TABLE visits_page_read (
    id      %id%,
    page    %int% NOT NULL REFERENCES visits_page (id),
    person  %int% NOT NULL,
    reader  %int% NOT NULL,
    version %int% NOT NULL,
    at      %int% NOT NULL,
    UNIQUE (page, reader, version)
);
CREATE INDEX visits_page_read_person ON visits_page_read (person);
