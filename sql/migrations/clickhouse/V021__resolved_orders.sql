-- Orders with their day, revenue, device, place and campaign, as the marts define them; made anew for each build.
create table if not exists warehouse.resolved_orders (
    order_id      UUID,
    user_id       Nullable(UInt64),
    event_date    Date,
    -- money
    is_success    Bool,
    revenue       Decimal(18, 2),
    refunded_usd  Decimal(18, 2),
    -- the campaign it is attributed to
    campaign_id   Nullable(String),
    -- with what, and where
    device_type   LowCardinality(String),
    os            String,
    browser       String,
    country       String,
    city          String
)
engine = MergeTree  -- emptied and filled by one statement
order by (event_date, order_id)  -- marts group by day
partition by tuple();  -- always read as a whole
