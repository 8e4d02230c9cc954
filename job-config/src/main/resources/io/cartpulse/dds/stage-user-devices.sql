-- The accepted user devices of one chunk.
-- Grain: a RAW row; writes the session's own staged_user_devices.
-- Rerun: emptied at each commit.
create temp table if not exists staged_user_devices (
    kafka_timestamp  timestamptz not null,
    fingerprint      uuid not null,
    said_at          timestamptz not null,
    user_id          bigint not null,
    device_type      text not null,
    os               text,
    browser          text
) on commit delete rows
