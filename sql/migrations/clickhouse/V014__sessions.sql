-- Sessions; one that DDS deleted stays as a tombstone.
create table if not exists warehouse.sessions (
    session_id   UUID,
    user_id      Nullable(UInt64),
    -- when
    start_ts     DateTime64(6, 'UTC'),
    end_ts       DateTime64(6, 'UTC'),
    event_count  UInt32,
    -- where
    city         Nullable(String),
    country      Nullable(String),
    -- the load that wrote the row: the greatest counts; a deleted session is read by nobody
    version      UInt64,
    is_deleted   UInt8 default 0
)
engine = ReplacingMergeTree(version, is_deleted)  -- a row sent again, or in a later version, counts once
order by session_id  -- the identity: versions of one row must meet, whatever else of it changed
partition by tuple();  -- a session's start may move to another day, and must still meet its older version
