-- What was sold, by product and order day.
create table if not exists data_mart.product_performance (
    product_id        UInt64,
    event_date        Date,
    product_name      String,
    category_name     String,
    -- before refunds
    total_quantity    UInt64,
    total_revenue     Decimal(38, 2),
    avg_price         Float64,
    orders_count      UInt64,
    unique_customers  UInt64
)
engine = MergeTree  -- built aside by one statement and swapped in, never changed
order by (event_date, product_id)  -- the grain, day first: dashboards ask for a range of days
partition by tuple();  -- swapped in as a whole, and a year of it is small
