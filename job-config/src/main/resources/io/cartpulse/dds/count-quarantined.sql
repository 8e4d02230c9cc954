-- How many records of a chunk were refused, of one type and Kafka day.
-- Grain: (run, record type, Kafka day); writes etl.reconciliation.
-- Rerun: within the chunk's transaction only. Parameters: jobInstanceId, recordType, kafkaDate, records.
insert into etl.reconciliation as ledger (job_instance_id, record_type, kafka_date, outcome, records)
values (:jobInstanceId, :recordType, :kafkaDate, 'quarantined', :records)
on conflict (job_instance_id, record_type, kafka_date, outcome) do update
set records = ledger.records + excluded.records
