-- Executions of a job instance whose end could not be told or stored, for the connection broke: failed.
-- Grain: execution; writes batch.batch_step_execution and batch.batch_job_execution.
-- Rerun: nothing is left to settle. Parameters: the job instance, twice; none of its executions runs.
with steps as (
    update batch.batch_step_execution as step
    set
        status = 'FAILED', version = step.version + 1, last_updated = now() at time zone 'UTC',
        end_time = coalesce(step.end_time, now() at time zone 'UTC')
    from batch.batch_job_execution as execution
    where execution.job_execution_id = step.job_execution_id and execution.job_instance_id = ?
        and step.status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')
)
update batch.batch_job_execution
set
    status = case when status = 'ABANDONED' then status else 'FAILED' end, version = version + 1,
    last_updated = now() at time zone 'UTC', end_time = coalesce(end_time, now() at time zone 'UTC')
where job_instance_id = ? and (status = 'UNKNOWN' or end_time is null)
