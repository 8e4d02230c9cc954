-- What happened in the shop.
create table if not exists warehouse.events (
    event_key     UUID,
    event_type    LowCardinality(String),
    event_ts      DateTime64(6, 'UTC'),
    -- who and what about
    user_id       Nullable(UInt64),
    session_id    Nullable(UUID),
    product_id    Nullable(UInt64),
    order_id      Nullable(UUID),
    quantity      Nullable(UInt32),
    -- money
    cost_usd      Nullable(Decimal(18, 2)),
    cost_eur      Nullable(Decimal(18, 2)),
    cost_rub      Nullable(Decimal(18, 2)),
    -- where
    weather_temp  Nullable(Float64),
    weather_desc  Nullable(String),
    city          Nullable(String),
    country       Nullable(String),
    -- the load that wrote the row: the greatest counts
    version  UInt64
)
engine = ReplacingMergeTree(version)  -- a row sent again, or in a later version, counts once
order by event_key  -- the identity: versions of one row must meet, whatever else of it changed
partition by tuple();  -- an event's time may be corrected, and it must still meet its older version
