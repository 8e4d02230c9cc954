-- How the records of each Kafka day ended, by stage and record type.
-- Grain: kafka_date, stage, record_type; reads warehouse.quality_counts, writes aside.data_quality_daily.
-- Rerun: the table is made anew before. No parameters.
insert into aside.data_quality_daily (
    kafka_date, stage, record_type, received, loaded, duplicates, superseded, repaired, quarantined,
    quarantined_missing_field, quarantined_invalid_value, quarantined_unknown_event_type,
    quarantined_future_timestamp, quarantined_orphan, dead_letters
)
with latest as (
    select kafka_date, stage, record_type, outcome, reason, records
    from warehouse.quality_counts final
    where version = (select max(version) from warehouse.quality_counts)
)
select
    kafka_date,
    stage,
    record_type,
    sumIf(records, outcome != 'repaired') as received,
    -- what left quarantine was loaded, only later
    sumIf(records, outcome in ('loaded', 'resolved')) as loaded,
    sumIf(records, outcome = 'duplicate') as duplicates,
    sumIf(records, outcome = 'superseded') as superseded,
    sumIf(records, outcome = 'repaired') as repaired,
    sumIf(records, outcome = 'quarantined') as quarantined,
    sumIf(records, outcome = 'quarantined' and reason = 'MISSING_FIELD') as quarantined_missing_field,
    sumIf(records, outcome = 'quarantined' and reason = 'INVALID_VALUE') as quarantined_invalid_value,
    sumIf(records, outcome = 'quarantined' and reason = 'UNKNOWN_EVENT_TYPE') as quarantined_unknown_event_type,
    sumIf(records, outcome = 'quarantined' and reason = 'FUTURE_TIMESTAMP') as quarantined_future_timestamp,
    sumIf(records, outcome = 'quarantined' and reason = 'ORPHAN') as quarantined_orphan,
    sumIf(records, outcome = 'dead_letter') as dead_letters
from latest
group by kafka_date, stage, record_type
