-- A person, as far as the marts need to know one: no name, no address.
create table if not exists warehouse.users (
    user_id  UInt64,
    city     Nullable(String),
    country  Nullable(String),
    -- the load that wrote the row: the greatest counts
    version  UInt64
)
engine = ReplacingMergeTree(version)  -- a row sent again, or in a later version, counts once
order by user_id  -- the identity
partition by tuple();  -- a row per person: small
