-- How far sessions went, by session day and category; category All is every category together.
create table if not exists data_mart.funnel_daily (
    event_date     Date,
    category_name  String,
    -- sessions, each once in a step
    viewed         UInt64,
    added          UInt64,
    purchased      UInt64,
    paid           UInt64,
    -- of the step before; steps come in any order, so a rate may be over 1
    add_rate       Float64,
    purchase_rate  Float64,
    paid_rate      Float64
)
engine = MergeTree  -- built aside by one statement and swapped in, never changed
order by (event_date, category_name)  -- the grain, day first: dashboards ask for a range of days
partition by tuple();  -- swapped in as a whole, and a year of it is small
