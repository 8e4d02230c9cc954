-- What Spring Batch itself kept of an execution's failures: their first 2500 characters.
-- Grain: a failed step, and the job; reads batch.batch_step_execution, batch.batch_job_execution.
-- Rerun: only reads. Parameters: executionId.
select step_name, coalesce(end_time, last_updated, create_time) as noted_at, exit_message
from batch.batch_step_execution
where job_execution_id = :executionId and status in ('FAILED', 'UNKNOWN') and exit_message <> ''
union all
select null, coalesce(end_time, last_updated, create_time), exit_message
from batch.batch_job_execution
where job_execution_id = :executionId and status in ('FAILED', 'UNKNOWN') and exit_message <> ''
order by noted_at, step_name
