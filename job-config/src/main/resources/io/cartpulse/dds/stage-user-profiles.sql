-- The accepted user profiles of one chunk.
-- Grain: a RAW row; writes the session's own staged_user_profiles.
-- Rerun: emptied at each commit.
create temp table if not exists staged_user_profiles (
    kafka_timestamp  timestamptz not null,
    fingerprint      uuid not null,
    said_at          timestamptz not null,
    user_id          bigint not null,
    name             text collate "C",
    email            text collate "C",
    birth_date       date,
    gender           text collate "C"
) on commit delete rows
