-- The failures of executions in full.
-- Grain: failure_id; reads batch.batch_job_execution, writes batch.failure.
-- Rerun: not meant to be. Parameters: none.
insert into batch.failure (job_execution_id, step_name, causes, trace)
select
    job_execution_id, 'load-raw', jsonb_build_array(jsonb_build_object('type', 'a.B', 'message', exit_message)),
    exit_message || repeat(E'\n\tat some.package.Type.method(Type.java:42)', 100)
from batch.batch_job_execution
where status = 'FAILED'
