-- Device kinds a user was seen with.
create table if not exists warehouse.user_devices (
    user_id      UInt64,
    device_type  LowCardinality(String),
    os           String,
    browser      String,
    last_seen    DateTime64(6, 'UTC'),
    -- the load that wrote the row: the greatest counts
    version  UInt64
)
engine = ReplacingMergeTree(version)  -- a row sent again, or in a later version, counts once
order by (user_id, device_type, os, browser)  -- the identity, by user as it is looked up
partition by tuple();  -- a few rows per person: small
