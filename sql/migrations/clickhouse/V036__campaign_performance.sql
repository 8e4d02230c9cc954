-- Every campaign, with the orders attributed to it.
create table if not exists data_mart.campaign_performance (
    campaign_id      String,
    campaign_name    String,
    channel          String,
    start_date       Nullable(Date),
    end_date         Nullable(Date),
    -- its events
    views            UInt64,
    clicks           UInt64,
    conversions      UInt64,
    unique_users     UInt64,
    cost             Decimal(38, 2),
    -- what came of it
    total_sessions   UInt64,
    total_orders     UInt64,
    total_revenue    Decimal(38, 2),
    conversion_rate  Float64,
    avg_order_value  Float64,
    roi              Float64
)
engine = MergeTree  -- built aside by one statement and swapped in, never changed
order by campaign_id  -- the grain
partition by tuple();  -- swapped in as a whole, and a year of it is small
