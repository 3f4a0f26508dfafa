-- Who a peer is, in their own words; who was shown it; whether it was clear.

CREATE TABLE signal_card (
    id        %id%,
    person    %int% NOT NULL, -- the peer: under whose key
    version   %int% NOT NULL, -- 1, 2, ...; without a row it is the shipped card
    means     %blob%,         -- sealed: what peer means here
    is_not    %blob%,         -- sealed: what a peer is not
    ours      %blob%,         -- sealed: what stays between us
    choose    %blob%,         -- sealed: how to say no, or choose another
    made      %int% NOT NULL  -- seconds
);
CREATE UNIQUE INDEX signal_card_version ON signal_card (person, version);

-- A person saw a peer's card: first, and in which version last.
CREATE TABLE signal_shown (
    person  %int% NOT NULL,
    peer    %int% NOT NULL,
    since   %int% NOT NULL, -- seconds
    version %int% NOT NULL,
    PRIMARY KEY (person, peer)
);
CREATE INDEX signal_shown_peer ON signal_shown (peer);

-- Asked once, by nobody who is asked about: was it clear what a peer is?
CREATE TABLE signal_knew (
    person %int% NOT NULL,
    peer   %int% NOT NULL,
    answer %int% NOT NULL, -- enum knew; skipped: that it was asked, and no more
    told   %int%,          -- seconds: the peer said it again
    PRIMARY KEY (person, peer)
);
CREATE INDEX signal_knew_peer ON signal_knew (peer);
