-- Sessions and success orders by place and day.
create table if not exists data_mart.geo_analysis (
    country          String,
    city             String,
    event_date       Date,
    total_users      UInt64,
    total_sessions   UInt64,
    total_orders     UInt64,
    total_revenue    Decimal(38, 2),
    avg_order_value  Float64,
    conversion_rate  Float64
)
engine = MergeTree  -- built aside by one statement and swapped in, never changed
order by (event_date, country, city)  -- the grain, day first: dashboards ask for a range of days
partition by tuple();  -- swapped in as a whole, and a year of it is small
