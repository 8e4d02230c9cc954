-- The accepted campaign events of one chunk.
-- Grain: a RAW row; writes the session's own staged_campaign_events.
-- Rerun: emptied at each commit.
create temp table if not exists staged_campaign_events (
    kafka_timestamp  timestamptz not null,
    fact_key         uuid not null,
    fingerprint      uuid not null,
    said_at          timestamptz not null,
    campaign_id      text collate "C" not null,
    action           text not null,
    user_id          bigint,
    campaign_name    text collate "C",
    channel          text collate "C",
    cost             numeric not null
) on commit delete rows
