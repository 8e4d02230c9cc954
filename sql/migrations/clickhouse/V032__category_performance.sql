-- What was sold, by category and order day.
create table if not exists data_mart.category_performance (
    category_name     String,
    event_date        Date,
    -- before refunds
    total_quantity    UInt64,
    total_revenue     Decimal(38, 2),
    orders_count      UInt64,
    unique_customers  UInt64,
    avg_order_value   Float64
)
engine = MergeTree  -- built aside by one statement and swapped in, never changed
order by (event_date, category_name)  -- the grain, day first: dashboards ask for a range of days
partition by tuple();  -- swapped in as a whole, and a year of it is small
