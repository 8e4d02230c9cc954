-- How many records of a chunk had an optional field cleared that could not be read, of one type and Kafka day.
-- Grain: (run, record type, Kafka day, field); writes etl.repairs.
-- Rerun: within the chunk's transaction only. Parameters: jobInstanceId, recordType, kafkaDate, field, records.
insert into etl.repairs as ledger (job_instance_id, record_type, kafka_date, field, records)
values (:jobInstanceId, :recordType, :kafkaDate, :field, :records)
on conflict (job_instance_id, record_type, kafka_date, field) do update
set records = ledger.records + excluded.records
