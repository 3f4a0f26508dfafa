-- What this agency says of people's rights, and whom one can call outside (R47).
-- Public words, about nobody; each change of the text is a new version.
CREATE TABLE rights_text (
    id      %id%,
    version %int% NOT NULL UNIQUE,
    author  %int% NOT NULL,
    state   TEXT NOT NULL, -- "New Mexico"; '' when not said
    words   TEXT NOT NULL, -- in English; '' when there are none
    spanish TEXT NOT NULL, -- the same in Spanish; '' when there are none
    days    %int% NOT NULL, -- within which a formal complaint is answered
    made    %int% NOT NULL  -- seconds
);

CREATE TABLE rights_contact (
    id    %id%,
    kind  %int% NOT NULL, -- enum outside
    name  TEXT NOT NULL,
    phone TEXT NOT NULL,
    note  TEXT NOT NULL   -- when they answer, what they do; '' for none
);
