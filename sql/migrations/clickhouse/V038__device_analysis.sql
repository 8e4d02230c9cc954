-- Sessions and success orders by device and day.
create table if not exists data_mart.device_analysis (
    device_type           LowCardinality(String),
    os                    String,
    browser               String,
    event_date            Date,
    total_users           UInt64,
    total_sessions        UInt64,
    total_orders          UInt64,
    total_revenue         Decimal(38, 2),
    -- seconds
    avg_session_duration  Float64,
    conversion_rate       Float64
)
engine = MergeTree  -- built aside by one statement and swapped in, never changed
order by (event_date, device_type, os, browser)  -- the grain, day first: dashboards ask for a range of days
partition by tuple();  -- swapped in as a whole, and a year of it is small
