-- The log and what hangs on it. The same logical schema as in ../sqlite/0001_log.sql: change both or neither.
CREATE TABLE log (
    seq      BIGINT PRIMARY KEY NOT NULL,
    stream   TEXT COLLATE "C" NOT NULL,
    version  BIGINT NOT NULL,
    kind     TEXT COLLATE "C" NOT NULL,
    actor    TEXT COLLATE "C" NOT NULL,
    at       TEXT COLLATE "C" NOT NULL,
    body     TEXT COLLATE "C" NOT NULL,
    previous TEXT COLLATE "C" NOT NULL,
    hash     TEXT COLLATE "C" NOT NULL,
    UNIQUE (stream, version)
);
CREATE FUNCTION log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the log is append-only: a record is never changed or deleted'; END $$;
CREATE TRIGGER log_is_never_updated BEFORE UPDATE OR DELETE ON log
FOR EACH ROW EXECUTE FUNCTION log_is_append_only();
CREATE TRIGGER log_is_never_truncated BEFORE TRUNCATE ON log
FOR EACH STATEMENT EXECUTE FUNCTION log_is_append_only();

-- One row: the end of the chain and of the outbox. Who updates it first holds the right to append.
CREATE TABLE head (
    id      BIGINT PRIMARY KEY NOT NULL CHECK (id = 1),
    seq     BIGINT NOT NULL,
    hash    TEXT COLLATE "C" NOT NULL,
    message BIGINT NOT NULL
);
INSERT INTO head VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000', 0);

CREATE TABLE request_keys (
    actor  TEXT COLLATE "C" NOT NULL,
    key    TEXT COLLATE "C" NOT NULL,
    digest TEXT COLLATE "C" NOT NULL,
    answer TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (actor, key)
);

-- Personal data, outside the chain. An erased document keeps its row, without a body.
CREATE TABLE personal (
    id        TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    kind      TEXT COLLATE "C" NOT NULL,
    body      TEXT COLLATE "C",
    erased_at TEXT COLLATE "C"
);

CREATE TABLE worklist (
    id          TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    kind        TEXT COLLATE "C" NOT NULL,
    holder      TEXT COLLATE "C" NOT NULL,
    state       TEXT COLLATE "C" NOT NULL,
    place       TEXT COLLATE "C" NOT NULL,
    due         TEXT COLLATE "C" NOT NULL,
    changed_seq BIGINT NOT NULL,
    body        TEXT COLLATE "C" NOT NULL
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
    name  TEXT COLLATE "C" NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    id    TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (name, value, id)
);
CREATE INDEX search_keys_id ON search_keys (id);

CREATE TABLE outbox (
    n            BIGINT PRIMARY KEY NOT NULL,
    id           TEXT COLLATE "C" NOT NULL UNIQUE,
    recipient    TEXT COLLATE "C" NOT NULL,
    body         TEXT COLLATE "C" NOT NULL,
    attempts     BIGINT NOT NULL,
    not_before   BIGINT NOT NULL,
    delivered_at BIGINT
);
CREATE INDEX outbox_waiting ON outbox (recipient, n) WHERE delivered_at IS NULL;

CREATE TABLE leader (
    id    BIGINT PRIMARY KEY NOT NULL CHECK (id = 1),
    node  TEXT COLLATE "C" NOT NULL,
    until BIGINT NOT NULL
);
INSERT INTO leader VALUES (1, '', 0);
