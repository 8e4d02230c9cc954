-- Every user with a success order: when last, how often, how much, and what that makes of the user.
create table if not exists data_mart.customer_segments (
    user_id       UInt64,
    -- as of the day in the table's stamp; negative when that day lies before the order
    recency_days  Int32,
    frequency     UInt64,
    monetary      Decimal(38, 2),
    -- 1 to 5, 5 is best
    r_score       UInt8,
    f_score       UInt8,
    m_score       UInt8,
    segment       LowCardinality(String)
)
engine = MergeTree  -- built aside by one statement and swapped in, never changed
order by user_id  -- the grain
partition by tuple();  -- swapped in as a whole, and a year of it is small
