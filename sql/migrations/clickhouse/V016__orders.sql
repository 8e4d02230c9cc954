-- Orders with their latest status.
create table if not exists warehouse.orders (
    order_id      UUID,
    user_id       Nullable(UInt64),
    order_ts      DateTime64(6, 'UTC'),
    total_usd     Decimal(18, 2),
    status        LowCardinality(String),
    refunded_usd  Decimal(18, 2),
    campaign_id   Nullable(String),
    session_id    Nullable(UUID),
    -- the load that wrote the row: the greatest counts
    version  UInt64
)
engine = ReplacingMergeTree(version)  -- a row sent again, or in a later version, counts once
order by order_id  -- the identity: versions of one row must meet, whatever else of it changed
partition by tuple();  -- an order's time may be corrected, and it must still meet its older version
