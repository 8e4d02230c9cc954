-- The shop by day: every day with a session or an order.
create table if not exists data_mart.daily_business_summary (
    event_date         Date,
    -- orders
    total_revenue      Decimal(38, 2),
    refunds            Decimal(38, 2),
    total_orders       UInt64,
    successful_orders  UInt64,
    unique_customers   UInt64,
    avg_order_value    Float64,
    -- sessions
    total_sessions     UInt64,
    conversion_rate    Float64,
    -- customers with their first success order
    new_users          UInt64
)
engine = MergeTree  -- built aside by one statement and swapped in, never changed
order by event_date  -- the grain
partition by tuple();  -- swapped in as a whole, and a year of it is small
