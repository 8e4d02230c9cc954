-- Every session.
create table if not exists data_mart.session_analytics (
    session_id        UUID,
    user_id           Nullable(UInt64),
    -- when
    start_time        DateTime64(6, 'UTC'),
    end_time          DateTime64(6, 'UTC'),
    duration_seconds  UInt32,
    -- what
    events_count      UInt32,
    page_views_count  UInt32,
    orders_count      UInt32,
    conversion_flag   UInt8,
    -- with what, and where
    device_type       LowCardinality(String),
    os                String,
    browser           String,
    city              String,
    country           String
)
engine = MergeTree  -- built aside by one statement and swapped in, never changed
order by (start_time, session_id)  -- a session, time first: dashboards ask for a range of days
partition by tuple();  -- swapped in as a whole, and a year of it is small
