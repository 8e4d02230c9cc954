-- Sessions with their day, device, place and counts, as the marts define them; made anew for each build.
create table if not exists warehouse.resolved_sessions (
    session_id        UUID,
    user_id           Nullable(UInt64),
    -- when
    event_date        Date,
    start_ts          DateTime64(6, 'UTC'),
    end_ts            DateTime64(6, 'UTC'),
    duration_micros   Int64,
    -- what
    events_count      UInt32,
    page_views_count  UInt32,
    orders_count      UInt32,
    has_purchase      Bool,
    -- with what, and where
    device_type       LowCardinality(String),
    os                String,
    browser           String,
    country           String,
    city              String
)
engine = MergeTree  -- emptied and filled by one statement
order by (event_date, session_id)  -- marts group by day
partition by tuple();  -- always read as a whole
