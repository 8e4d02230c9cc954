-- Views, clicks and conversions of campaigns.
create table if not exists warehouse.campaign_events (
    campaign_event_key  UUID,
    user_id             Nullable(UInt64),
    campaign_id         String,
    action              LowCardinality(String),
    cost                Decimal(18, 2),
    generated_at        DateTime64(6, 'UTC'),
    -- the load that wrote the row: the greatest counts
    version  UInt64
)
engine = ReplacingMergeTree(version)  -- a row sent again, or in a later version, counts once
order by campaign_event_key  -- the identity: versions of one row must meet, whatever else of it changed
partition by tuple();  -- an event's time may be corrected, and it must still meet its older version
