-- When each idempotency key was kept, in milliseconds of the epoch, so that it can be forgotten after its term. Of keys of earlier
-- releases it is the moment of the upgrade. The same logical schema as in ../sqlite/0004_key_times.sql: change both or neither.
ALTER TABLE request_keys ADD COLUMN kept_at BIGINT NOT NULL DEFAULT 0;
UPDATE request_keys SET kept_at = (extract(epoch FROM now()) * 1000)::bigint;
CREATE INDEX request_keys_by_age ON request_keys (kept_at);
