-- How the records of a Kafka day ended, by stage and record type.
create table if not exists data_mart.data_quality_daily (
    kafka_date   Date,
    -- raw: Kafka to RAW; dds: RAW to DDS
    stage        LowCardinality(String),
    -- Unknown: of dead letters
    record_type  LowCardinality(String),
    received     UInt64,
    -- received is the sum of these, of quarantined and of dead letters
    loaded       UInt64,
    duplicates   UInt64,
    superseded   UInt64,
    -- optional fields that were cleared in records that went on
    repaired     UInt64,
    -- still in quarantine, and why
    quarantined                     UInt64,
    quarantined_missing_field       UInt64,
    quarantined_invalid_value       UInt64,
    quarantined_unknown_event_type  UInt64,
    quarantined_future_timestamp    UInt64,
    quarantined_orphan              UInt64,
    -- not readable as any record type
    dead_letters                    UInt64
)
engine = MergeTree  -- built aside by one statement and swapped in, never changed
order by (kafka_date, stage, record_type)  -- the grain, day first: dashboards ask for a range of days
partition by tuple();  -- swapped in as a whole, and a year of it is small
