-- A day's revenue in each currency that has a rate on that day; US dollars always have.
create table if not exists data_mart.revenue_by_currency (
    event_date   Date,
    currency     LowCardinality(String),
    -- each order converted and rounded to cents, then summed
    revenue      Decimal(38, 2),
    -- per US dollar
    rate         Float64,
    -- who said so; base for US dollars, which need nobody
    rate_source  LowCardinality(String)
)
engine = MergeTree  -- built aside by one statement and swapped in, never changed
order by (event_date, currency)  -- the grain, day first: dashboards ask for a range of days
partition by tuple();  -- swapped in as a whole, and a year of it is small
