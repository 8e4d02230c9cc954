-- The accepted order lines of one chunk.
-- Grain: a RAW row; writes the session's own staged_order_items.
-- Rerun: emptied at each commit.
create temp table if not exists staged_order_items (
    kafka_timestamp  timestamptz not null,
    fact_key         uuid not null,
    fingerprint      uuid not null,
    said_at          timestamptz not null,
    order_id         uuid not null,
    product_id       bigint not null,
    price_usd        numeric not null,
    quantity         bigint not null,
    line_no          bigint
) on commit delete rows
