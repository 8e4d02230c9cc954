-- The ledger of a run a minute.
-- Grain: (run, record type, Kafka day, outcome); reads batch.batch_job_execution, writes etl.reconciliation.
-- Rerun: not meant to be. Parameters: rows.
insert into etl.reconciliation (job_instance_id, record_type, kafka_date, outcome, records)
select job_instance_id, record_type, create_time::date, outcome, 100
from batch.batch_job_execution, unnest(array['event', 'order', 'order_item']) as record_type,
    unnest(array['loaded', 'received']) as outcome
where job_execution_id > (select max(job_execution_id) from batch.batch_job_execution) - :rows
