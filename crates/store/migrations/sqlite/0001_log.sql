-- The log and what hangs on it. The same logical schema as in ../postgres/0001_log.sql: change both or neither.
CREATE TABLE log (
    seq      BIGINT PRIMARY KEY NOT NULL,
    stream   TEXT NOT NULL,
    version  BIGINT NOT NULL,
    kind     TEXT NOT NULL,
    actor    TEXT NOT NULL,
    at       TEXT NOT NULL,
    body     TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash     TEXT NOT NULL,
    UNIQUE (stream, version)
);
CREATE TRIGGER log_is_never_updated BEFORE UPDATE ON log
BEGIN SELECT RAISE(ABORT, 'the log is append-only: a record is never changed'); END;
CREATE TRIGGER log_is_never_deleted BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'the log is append-only: a record is never deleted'); END;

-- One row: the end of the chain and of the outbox. Who updates it first holds the right to append.
CREATE TABLE head (
    id      BIGINT PRIMARY KEY NOT NULL CHECK (id = 1),
    seq     BIGINT NOT NULL,
    hash    TEXT NOT NULL,
    message BIGINT NOT NULL
);
INSERT INTO head VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000', 0);

CREATE TABLE request_keys (
    actor  TEXT NOT NULL,
    key    TEXT NOT NULL,
    digest TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (actor, key)
);

-- Personal data, outside the chain. An erased document keeps its row, without a body.
CREATE TABLE personal (
    id        TEXT PRIMARY KEY NOT NULL,
    kind      TEXT NOT NULL,
    body      TEXT,
    erased_at TEXT
);

CREATE TABLE worklist (
    id          TEXT PRIMARY KEY NOT NULL,
    kind        TEXT NOT NULL,
    holder      TEXT NOT NULL,
    state       TEXT NOT NULL,
    place       TEXT NOT NULL,
    due         TEXT NOT NULL,
    changed_seq BIGINT NOT NULL,
    body        TEXT NOT NULL
);
-- One index for each set of conditions, each in the order of the pages.
CREATE INDEX worklist_all ON worklist (due, id);
CREATE INDEX worklist_h ON worklist (holder, due, id);
CREATE INDEX worklist_s ON worklist (state, due, id);
CREATE INDEX worklist_k ON worklist (kind, due, id);
CREATE INDEX worklist_hs ON worklist (holder, state, due, id);
CREATE INDEX worklist_hk ON worklist (holder, kind, due, id);
CREATE INDEX worklist_sk ON worklist (state, kind, due, id);
CREATE INDEX worklist_hsk ON worklist (holder, state, kind, due, id);

CREATE TABLE search_keys (
    name  TEXT NOT NULL,
    value TEXT NOT NULL,
    id    TEXT NOT NULL,
    PRIMARY KEY (name, value, id)
);
CREATE INDEX search_keys_id ON search_keys (id);

CREATE TABLE outbox (
    n            BIGINT PRIMARY KEY NOT NULL,
    id           TEXT NOT NULL UNIQUE,
    recipient    TEXT NOT NULL,
    body         TEXT NOT NULL,
    attempts     BIGINT NOT NULL,
    not_before   BIGINT NOT NULL,
    delivered_at BIGINT
);
CREATE INDEX outbox_waiting ON outbox (recipient, n) WHERE delivered_at IS NULL;

CREATE TABLE leader (
    id    BIGINT PRIMARY KEY NOT NULL CHECK (id = 1),
    node  TEXT NOT NULL,
    until BIGINT NOT NULL
);
INSERT INTO leader VALUES (1, '', 0);
