-- What makes an account's owner known. Not in the log: it has to be changed and forgotten. Digests, hashes and sealed secrets only.
-- The same logical schema as in ../postgres/0003_accounts.sql: change both or neither.
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

-- What is short-lived, and in no backup: links, sessions, browsers that are known, failures.
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
