-- How many records of a chunk had an optional field cleared that could not be read.
-- Grain: (run, record type, field); writes etl.repairs.
-- Rerun: within the chunk's transaction only. Parameters: jobInstanceId, recordType, field, records.
insert into etl.repairs as ledger (job_instance_id, record_type, field, records)
values (:jobInstanceId, :recordType, :field, :records)
on conflict (job_instance_id, record_type, field) do update
set records = ledger.records + excluded.records
