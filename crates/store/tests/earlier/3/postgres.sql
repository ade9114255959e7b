-- A database of the third schema as that release left it, empty but for its own notes. Never changed.
SELECT pg_catalog.set_config('search_path', '', false);
SET client_min_messages = warning;
CREATE FUNCTION public.log_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'the log is append-only: a record is never changed or deleted'; END $$;
CREATE TABLE public._sqlx_migrations (
    version bigint NOT NULL,
    description text NOT NULL,
    installed_on timestamp with time zone DEFAULT now() NOT NULL,
    success boolean NOT NULL,
    checksum bytea NOT NULL,
    execution_time bigint NOT NULL
);
CREATE TABLE public.head (
    id bigint NOT NULL,
    seq bigint NOT NULL,
    hash text NOT NULL COLLATE pg_catalog."C",
    message bigint NOT NULL,
    CONSTRAINT head_id_check CHECK ((id = 1))
);
CREATE TABLE public.leader (
    id bigint NOT NULL,
    node text NOT NULL COLLATE pg_catalog."C",
    until bigint NOT NULL,
    CONSTRAINT leader_id_check CHECK ((id = 1))
);
CREATE TABLE public.log (
    seq bigint NOT NULL,
    stream text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    actor text NOT NULL COLLATE pg_catalog."C",
    at text NOT NULL COLLATE pg_catalog."C",
    body text NOT NULL COLLATE pg_catalog."C",
    previous text NOT NULL COLLATE pg_catalog."C",
    hash text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.outbox (
    n bigint NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    recipient text NOT NULL COLLATE pg_catalog."C",
    body text NOT NULL COLLATE pg_catalog."C",
    attempts bigint NOT NULL,
    not_before bigint NOT NULL,
    delivered_at bigint
);
CREATE TABLE public.personal (
    id text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    body text COLLATE pg_catalog."C",
    erased_at text COLLATE pg_catalog."C"
);
CREATE TABLE public.request_keys (
    actor text NOT NULL COLLATE pg_catalog."C",
    key text NOT NULL COLLATE pg_catalog."C",
    digest text NOT NULL COLLATE pg_catalog."C",
    answer text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.search_keys (
    name text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.worklist (
    id text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    holder text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL COLLATE pg_catalog."C",
    place text NOT NULL COLLATE pg_catalog."C",
    due text NOT NULL COLLATE pg_catalog."C",
    changed_seq bigint NOT NULL,
    body text NOT NULL COLLATE pg_catalog."C"
);
INSERT INTO public._sqlx_migrations VALUES (1, 'log', '2026-11-27 09:39:51.485969+00', true, '\x80880186b2ce414fa117c2a925fe725a659b6fb820ce5ddb0b6c1c2b550d7af546f47951e4050e5df6141f0ae812af9c', 260648011);
INSERT INTO public.leader VALUES (1, '', 0);
ALTER TABLE ONLY public._sqlx_migrations
    ADD CONSTRAINT _sqlx_migrations_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.head
    ADD CONSTRAINT head_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.leader
    ADD CONSTRAINT leader_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.log
    ADD CONSTRAINT log_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY public.log
    ADD CONSTRAINT log_stream_version_key UNIQUE (stream, version);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_id_key UNIQUE (id);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (n);
ALTER TABLE ONLY public.personal
    ADD CONSTRAINT personal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.request_keys
    ADD CONSTRAINT request_keys_pkey PRIMARY KEY (actor, key);
ALTER TABLE ONLY public.search_keys
    ADD CONSTRAINT search_keys_pkey PRIMARY KEY (name, value, id);
ALTER TABLE ONLY public.worklist
    ADD CONSTRAINT worklist_pkey PRIMARY KEY (id);
CREATE INDEX outbox_waiting ON public.outbox USING btree (recipient, n) WHERE (delivered_at IS NULL);
CREATE INDEX search_keys_id ON public.search_keys USING btree (id);
CREATE INDEX worklist_all ON public.worklist USING btree (due, id);
CREATE INDEX worklist_h ON public.worklist USING btree (holder, due, id);
CREATE INDEX worklist_hk ON public.worklist USING btree (holder, kind, due, id);
CREATE INDEX worklist_hs ON public.worklist USING btree (holder, state, due, id);
CREATE INDEX worklist_hsk ON public.worklist USING btree (holder, state, kind, due, id);
CREATE INDEX worklist_k ON public.worklist USING btree (kind, due, id);
CREATE INDEX worklist_s ON public.worklist USING btree (state, due, id);
CREATE INDEX worklist_sk ON public.worklist USING btree (state, kind, due, id);
CREATE TRIGGER log_is_never_truncated BEFORE TRUNCATE ON public.log FOR EACH STATEMENT EXECUTE FUNCTION public.log_is_append_only();
CREATE TRIGGER log_is_never_updated BEFORE DELETE OR UPDATE ON public.log FOR EACH ROW EXECUTE FUNCTION public.log_is_append_only();
INSERT INTO public._sqlx_migrations VALUES (2, 'urns', '2026-11-27 12:35:39.482113+00', true, '\xce5736a643982eef4082c0e531b8364455caa7ba34e94b2ee286b7374fa90ce2f5cf34364cf1b4c1f00e8c390d154714', 12047110);
CREATE TABLE public.urns (
    id     TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    secret TEXT COLLATE "C"
);

CREATE TABLE public.ballots (
    urn   TEXT COLLATE "C" NOT NULL,
    place TEXT COLLATE "C" NOT NULL,
    body  TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (urn, place)
);
CREATE TABLE public.credentials (
    account     TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    register_id TEXT COLLATE "C" NOT NULL,
    password    TEXT COLLATE "C" NOT NULL,
    factor      TEXT COLLATE "C",
    factor_step BIGINT NOT NULL,
    offered     TEXT COLLATE "C"
);
CREATE TABLE public.recovery_codes (
    account TEXT COLLATE "C" NOT NULL,
    digest  TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (account, digest)
);
CREATE TABLE public.invitations (
    digest         TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    account        TEXT COLLATE "C" NOT NULL UNIQUE,
    register_id    TEXT COLLATE "C" NOT NULL,
    until          BIGINT NOT NULL,
    forgets_factor BIGINT NOT NULL
);
CREATE TABLE public.sessions (
    digest    TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    account   TEXT COLLATE "C" NOT NULL,
    stage     TEXT COLLATE "C" NOT NULL,
    began     BIGINT NOT NULL,
    used      BIGINT NOT NULL,
    confirmed BIGINT,
    browser   TEXT COLLATE "C" NOT NULL
);
CREATE INDEX sessions_account ON public.sessions (account);
CREATE INDEX sessions_used ON public.sessions (used);
CREATE TABLE public.known_browsers (
    digest  TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    account TEXT COLLATE "C" NOT NULL,
    until   BIGINT NOT NULL
);
CREATE INDEX known_browsers_account ON public.known_browsers (account);
CREATE TABLE public.gates (
    id       TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    failures BIGINT NOT NULL,
    open_at  BIGINT NOT NULL
);
CREATE INDEX gates_open_at ON public.gates (open_at);
INSERT INTO public._sqlx_migrations VALUES (3, 'accounts', '2026-11-27 12:58:03.117302+00', true, '\xc105dcb88a7d7b3bcbe88b73deee08310cdbd5e0a05dcbd458c9800cc535ed10dca03087445790b96f3166919624f7af', 15230018);
