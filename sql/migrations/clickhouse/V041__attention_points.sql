-- Days on which a figure left its usual range.
create table if not exists data_mart.attention_points (
    event_date  Date,
    -- total, category, geo, device, campaign or payment; and which one: All, a category, a country, a device type, ..
    dimension   LowCardinality(String),
    key         String,
    -- revenue, orders, sessions, conversion_rate, failed_share
    metric      LowCardinality(String),
    value       Float64,
    -- mean of the same weekday in the past 8 weeks
    expected    Float64,
    -- how far, in standard deviations, and where to: up or down
    deviation   Float64,
    direction   LowCardinality(String)
)
engine = MergeTree  -- built aside by one statement and swapped in, never changed
order by (event_date, dimension, key, metric)  -- the grain, day first: dashboards ask for a range of days
partition by tuple();  -- swapped in as a whole, and a year of it is small
