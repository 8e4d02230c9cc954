-- The accepted user locations of one chunk.
-- Grain: a RAW row; writes the session's own staged_user_locations.
-- Rerun: emptied at each commit.
create temp table if not exists staged_user_locations (
    kafka_timestamp  timestamptz not null,
    fingerprint      uuid not null,
    said_at          timestamptz not null,
    user_id          bigint not null,
    city             text collate "C",
    country          text collate "C",
    lat              numeric,
    lon              numeric,
    weather_temp     numeric,
    weather_desc     text
) on commit delete rows
