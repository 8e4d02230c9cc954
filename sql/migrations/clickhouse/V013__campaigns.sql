-- Campaigns.
create table if not exists warehouse.campaigns (
    campaign_id    String,
    campaign_name  Nullable(String),
    channel        Nullable(String),
    -- the load that wrote the row: the greatest counts
    version  UInt64
)
engine = ReplacingMergeTree(version)  -- a row sent again, or in a later version, counts once
order by campaign_id  -- the identity
partition by tuple();  -- some hundreds of rows
