-- Secret ballots, outside the log. The same logical schema as in ../sqlite/0002_urns.sql: change both or neither.
-- The secret key lies here while the vote is open, and is taken away when it closes.
CREATE TABLE urns (
    id     TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    secret TEXT COLLATE "C"
);

-- With each ballot the whole urn is written anew in the order of places, so that neither where a row lies nor which transaction wrote it
-- tells when it came.
CREATE TABLE ballots (
    urn   TEXT COLLATE "C" NOT NULL,
    place TEXT COLLATE "C" NOT NULL,
    body  TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (urn, place)
);
