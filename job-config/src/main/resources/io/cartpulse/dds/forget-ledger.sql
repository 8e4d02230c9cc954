-- Forgets how rows ended that runs had read before they were given up: a rebuild reads them all anew.
-- Grain: (run, record type, Kafka day, outcome); reads etl.load_positions, writes etl.reconciliation.
-- Rerun: finds none. Parameters: jobInstanceId.
delete from etl.reconciliation
where stage = 'dds' and job_instance_id in (
    select job_instance_id
    from etl.load_positions
    where job_instance_id <> :jobInstanceId
)
