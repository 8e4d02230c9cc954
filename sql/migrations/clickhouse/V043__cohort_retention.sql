-- Of the users who came first in a week, how many came in each week since.
create table if not exists data_mart.cohort_retention (
    -- a Monday
    cohort_week   Date,
    -- 0 is the cohort's own week
    week_number   UInt32,
    cohort_size   UInt64,
    active_users  UInt64,
    retention     Float64
)
engine = MergeTree  -- built aside by one statement and swapped in, never changed
order by (cohort_week, week_number)  -- the grain
partition by tuple();  -- swapped in as a whole, and a year of it is small
