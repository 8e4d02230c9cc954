-- Closing rates of a day, per US dollar.
create table if not exists warehouse.exchange_rates (
    rate_date  Date,
    currency   LowCardinality(String),
    rate       Decimal(38, 10),
    -- who said so
    source     LowCardinality(String),
    -- the last load when the row was carried over: the greatest counts
    version  UInt64
)
engine = ReplacingMergeTree(version)  -- a row sent again, or in a later version, counts once
order by (rate_date, currency)  -- the identity
partition by tuple();  -- some rows a day
