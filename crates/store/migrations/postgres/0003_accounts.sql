-- What makes an account's owner known. Not in the log: it has to be changed and forgotten. Digests, hashes and sealed secrets only.
-- The same logical schema as in ../sqlite/0003_accounts.sql: change both or neither.
CREATE TABLE credentials (
    account     TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    register_id TEXT COLLATE "C" NOT NULL,
    password    TEXT COLLATE "C" NOT NULL,
    factor      TEXT COLLATE "C",
    factor_step BIGINT NOT NULL,
    offered     TEXT COLLATE "C"
);
CREATE TABLE recovery_codes (
    account TEXT COLLATE "C" NOT NULL,
    digest  TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (account, digest)
);

-- What is short-lived, and in no backup: links, sessions, browsers that are known, failures.
CREATE TABLE invitations (
    digest         TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    account        TEXT COLLATE "C" NOT NULL UNIQUE,
    register_id    TEXT COLLATE "C" NOT NULL,
    until          BIGINT NOT NULL,
    forgets_factor BIGINT NOT NULL
);
CREATE TABLE sessions (
    digest    TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    account   TEXT COLLATE "C" NOT NULL,
    stage     TEXT COLLATE "C" NOT NULL,
    began     BIGINT NOT NULL,
    used      BIGINT NOT NULL,
    confirmed BIGINT,
    browser   TEXT COLLATE "C" NOT NULL
);
CREATE INDEX sessions_account ON sessions (account);
CREATE INDEX sessions_used ON sessions (used);
CREATE TABLE known_browsers (
    digest  TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    account TEXT COLLATE "C" NOT NULL,
    until   BIGINT NOT NULL
);
CREATE INDEX known_browsers_account ON known_browsers (account);
CREATE TABLE gates (
    id       TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    failures BIGINT NOT NULL,
    open_at  BIGINT NOT NULL
);
CREATE INDEX gates_open_at ON gates (open_at);
