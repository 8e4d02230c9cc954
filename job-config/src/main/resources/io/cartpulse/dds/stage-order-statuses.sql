-- The accepted order statuses of one chunk.
-- Grain: a RAW row; writes the session's own staged_order_statuses.
-- Rerun: emptied at each commit.
create temp table if not exists staged_order_statuses (
    kafka_timestamp  timestamptz not null,
    fact_key         uuid not null,
    fingerprint      uuid not null,
    said_at          timestamptz not null,
    order_id         uuid not null,
    status           text not null,
    refunded_usd     numeric
) on commit delete rows
