-- Active users by day, from the first to the last session day.
create table if not exists data_mart.active_users_7d (
    event_date          Date,
    daily_active_users  UInt64,
    -- with a session in the seven days up to this one
    active_users_count  UInt64,
    new_users           UInt64,
    returning_users     UInt64,
    churned_users       UInt64,
    reactivated_users   UInt64
)
engine = MergeTree  -- built aside by one statement and swapped in, never changed
order by event_date  -- the grain
partition by tuple();  -- swapped in as a whole, and a year of it is small
