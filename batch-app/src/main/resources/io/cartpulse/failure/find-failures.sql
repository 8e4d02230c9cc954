-- Why an execution failed.
-- Grain: a failure; reads batch.failure.
-- Rerun: only reads. Parameters: executionId.
select step_name, noted_at, causes, trace
from batch.failure
where job_execution_id = :executionId
order by failure_id
