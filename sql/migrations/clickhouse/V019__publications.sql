-- Runs of dds-to-clickhouse: which one began last, and up to which load the facts here are complete.
create table if not exists warehouse.publications (
    publication_id   UInt64,
    state            LowCardinality(String),
    -- the last load that was carried over; its start tells one PostgreSQL from another
    load_id          Int64,
    load_started_us  Int64,
    noted_at         DateTime64(6, 'UTC') default now64(6)
)
engine = MergeTree  -- a log, rows are only added
order by noted_at  -- asked for the latest
partition by tuple()  -- two rows a run
ttl toDateTime(noted_at) + interval 400 day where state = 'begun';  -- only the last begun run is ever asked for
