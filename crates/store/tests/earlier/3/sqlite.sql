-- A database of the third schema as that release left it, empty but for its own notes. Never changed.
CREATE TABLE _sqlx_migrations (
    version BIGINT PRIMARY KEY,
    description TEXT NOT NULL,
    installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    success BOOLEAN NOT NULL,
    checksum BLOB NOT NULL,
    execution_time BIGINT NOT NULL
);
INSERT INTO _sqlx_migrations VALUES(1,'log','2026-11-27 09:39:23',1,X'19f785fb3fabcd7716a8dfbe4eeabdece791fadf89e0886b8ea0688291d6ada02697fa80de66f0c35b397586b358fd6d',2588299);
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
CREATE TABLE head (
    id      BIGINT PRIMARY KEY NOT NULL CHECK (id = 1),
    seq     BIGINT NOT NULL,
    hash    TEXT NOT NULL,
    message BIGINT NOT NULL
);
CREATE TABLE request_keys (
    actor  TEXT NOT NULL,
    key    TEXT NOT NULL,
    digest TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (actor, key)
);
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
CREATE TABLE search_keys (
    name  TEXT NOT NULL,
    value TEXT NOT NULL,
    id    TEXT NOT NULL,
    PRIMARY KEY (name, value, id)
);
CREATE TABLE outbox (
    n            BIGINT PRIMARY KEY NOT NULL,
    id           TEXT NOT NULL UNIQUE,
    recipient    TEXT NOT NULL,
    body         TEXT NOT NULL,
    attempts     BIGINT NOT NULL,
    not_before   BIGINT NOT NULL,
    delivered_at BIGINT
);
CREATE TABLE leader (
    id    BIGINT PRIMARY KEY NOT NULL CHECK (id = 1),
    node  TEXT NOT NULL,
    until BIGINT NOT NULL
);
INSERT INTO leader VALUES(1,'',0);
CREATE TRIGGER log_is_never_updated BEFORE UPDATE ON log
BEGIN SELECT RAISE(ABORT, 'the log is append-only: a record is never changed'); END;
CREATE TRIGGER log_is_never_deleted BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'the log is append-only: a record is never deleted'); END;
CREATE INDEX worklist_all ON worklist (due, id);
CREATE INDEX worklist_h ON worklist (holder, due, id);
CREATE INDEX worklist_s ON worklist (state, due, id);
CREATE INDEX worklist_k ON worklist (kind, due, id);
CREATE INDEX worklist_hs ON worklist (holder, state, due, id);
CREATE INDEX worklist_hk ON worklist (holder, kind, due, id);
CREATE INDEX worklist_sk ON worklist (state, kind, due, id);
CREATE INDEX worklist_hsk ON worklist (holder, state, kind, due, id);
CREATE INDEX search_keys_id ON search_keys (id);
CREATE INDEX outbox_waiting ON outbox (recipient, n) WHERE delivered_at IS NULL;
INSERT INTO _sqlx_migrations VALUES(2,'urns','2026-11-27 12:35:39',1,X'619dfa6b60cafd2fd81610c672f4756b18e56cfab81ccbef5f5d300013200faeb7020f21142a85ac3b651fc3373564b4',1204711);
CREATE TABLE urns (
    id     TEXT PRIMARY KEY NOT NULL,
    secret TEXT
);

CREATE TABLE ballots (
    urn   TEXT NOT NULL,
    place TEXT NOT NULL,
    body  TEXT NOT NULL,
    PRIMARY KEY (urn, place)
) WITHOUT ROWID;
CREATE TABLE credentials (
    account     TEXT PRIMARY KEY NOT NULL,
    register_id TEXT NOT NULL,
    password    TEXT NOT NULL,
    factor      TEXT,
    factor_step BIGINT NOT NULL,
    offered     TEXT
);
CREATE TABLE recovery_codes (
    account TEXT NOT NULL,
    digest  TEXT NOT NULL,
    PRIMARY KEY (account, digest)
);
CREATE TABLE invitations (
    digest         TEXT PRIMARY KEY NOT NULL,
    account        TEXT NOT NULL UNIQUE,
    register_id    TEXT NOT NULL,
    until          BIGINT NOT NULL,
    forgets_factor BIGINT NOT NULL
);
CREATE TABLE sessions (
    digest    TEXT PRIMARY KEY NOT NULL,
    account   TEXT NOT NULL,
    stage     TEXT NOT NULL,
    began     BIGINT NOT NULL,
    used      BIGINT NOT NULL,
    confirmed BIGINT,
    browser   TEXT NOT NULL
);
CREATE INDEX sessions_account ON sessions (account);
CREATE INDEX sessions_used ON sessions (used);
CREATE TABLE known_browsers (
    digest  TEXT PRIMARY KEY NOT NULL,
    account TEXT NOT NULL,
    until   BIGINT NOT NULL
);
CREATE INDEX known_browsers_account ON known_browsers (account);
CREATE TABLE gates (
    id       TEXT PRIMARY KEY NOT NULL,
    failures BIGINT NOT NULL,
    open_at  BIGINT NOT NULL
);
CREATE INDEX gates_open_at ON gates (open_at);
INSERT INTO _sqlx_migrations VALUES(3,'accounts','2026-11-27 12:58:03',1,X'962f4eedc270a076b27114e21ac39c67f6253cc1f69b0a734adc746bc25bfecb346582a4145da18ea2ff668a2c69f810',1433905);
