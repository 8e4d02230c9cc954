-- Asks a running execution to end: a new version, for only then does the running job look at the status.
-- Grain: an execution; writes batch.batch_job_execution.
-- Rerun: changes nothing, it is asked already. Parameters: the execution.
update batch.batch_job_execution
set status = 'STOPPING', version = version + 1, last_updated = now() at time zone 'UTC'
where job_execution_id = ? and status in ('STARTING', 'STARTED')
