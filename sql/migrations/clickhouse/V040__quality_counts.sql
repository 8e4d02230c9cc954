-- How the records of a Kafka day ended, stage by stage: the ledger as it was at the last publication.
create table if not exists warehouse.quality_counts (
    kafka_date   Date,
    stage        LowCardinality(String),
    record_type  LowCardinality(String),
    outcome      LowCardinality(String),
    -- of what is quarantined or a dead letter, else empty
    reason       LowCardinality(String),
    records      UInt64,
    -- the load at which the ledger was read: every row of the greatest counts, and no other
    version  UInt64
)
engine = ReplacingMergeTree(version)  -- a row sent again, or in a later version, counts once
order by (kafka_date, stage, record_type, outcome, reason)  -- the identity
partition by tuple();  -- some rows a day
