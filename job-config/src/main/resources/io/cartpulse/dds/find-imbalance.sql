-- Where the ledger of a run does not add up to the RAW rows in its ranges; balanced when empty.
-- Grain: (record type, Kafka day); reads etl.run_ranges, raw.stored_records, etl.reconciliation.
-- Rerun: changes nothing. Parameters: jobInstanceId.
with read_rows as (
    select record_type, (kafka_timestamp at time zone 'UTC')::date as kafka_date, count(*) as records
    from etl.run_ranges as ranges
    join raw.stored_records as stored
        on stored.source_id = ranges.source_id and stored.kafka_partition = ranges.kafka_partition
        and kafka_offset >= from_offset and kafka_offset < to_offset
    where job_instance_id = :jobInstanceId and stored.outcome = 'received'
    group by record_type, (kafka_timestamp at time zone 'UTC')::date
), ended as (
    select record_type, kafka_date, sum(records) as records
    from etl.reconciliation
    where job_instance_id = :jobInstanceId and stage = 'dds' and outcome <> 'resolved'
    group by record_type, kafka_date
)
select
    record_type, kafka_date, coalesce(read_rows.records, 0) as read_records, coalesce(ended.records, 0) as ended_records
from read_rows
full join ended using (record_type, kafka_date)
where read_rows.records is distinct from ended.records
order by record_type, kafka_date
