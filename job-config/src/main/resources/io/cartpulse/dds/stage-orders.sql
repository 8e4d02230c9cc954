-- The accepted orders of one chunk.
-- Grain: a RAW row; writes the session's own staged_orders.
-- Rerun: emptied at each commit.
create temp table if not exists staged_orders (
    kafka_timestamp  timestamptz not null,
    fingerprint      uuid not null,
    said_at          timestamptz not null,
    order_id         uuid not null,
    order_ts         timestamptz not null,
    total_usd        numeric not null,
    user_id          bigint,
    campaign_id      text collate "C"
) on commit delete rows
