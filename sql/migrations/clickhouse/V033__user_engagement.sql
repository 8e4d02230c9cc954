-- Every user that DDS knows.
create table if not exists data_mart.user_engagement (
    user_id                       UInt64,
    -- sessions
    sessions_count                UInt64,
    total_events                  UInt64,
    page_views_count              UInt64,
    avg_session_duration_seconds  Float64,
    avg_pages_per_session         Float64,
    first_session_date            Nullable(Date),
    last_session_date             Nullable(Date),
    -- success orders
    total_orders                  UInt64,
    total_revenue                 Decimal(38, 2),
    -- as of the day in the table's stamp; negative when that day lies before the session
    days_since_last_activity      Nullable(Int32)
)
engine = MergeTree  -- built aside by one statement and swapped in, never changed
order by user_id  -- the grain
partition by tuple();  -- swapped in as a whole, and a year of it is small
