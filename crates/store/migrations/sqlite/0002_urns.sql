-- Secret ballots, outside the log. The same logical schema as in ../postgres/0002_urns.sql: change both or neither.
-- The secret key lies here while the vote is open, and is taken away when it closes.
CREATE TABLE urns (
    id     TEXT PRIMARY KEY NOT NULL,
    secret TEXT
);

-- Without row ids: a row stands where its place in the urn puts it, whenever it came.
CREATE TABLE ballots (
    urn   TEXT NOT NULL,
    place TEXT NOT NULL,
    body  TEXT NOT NULL,
    PRIMARY KEY (urn, place)
) WITHOUT ROWID;
