-- Weather of points, to hundredths of a degree, in hours of UTC.
create table if not exists warehouse.weather (
    point        String,
    hour         DateTime64(6, 'UTC'),
    -- °C, and the group the marts count by
    temperature  Float64,
    sky          LowCardinality(String),
    -- the last load when the row was carried over: the greatest counts
    version  UInt64
)
engine = ReplacingMergeTree(version)  -- a row sent again, or in a later version, counts once
order by (point, hour)  -- the identity
partition by tuple();  -- a row for a point and an hour with events, at most
