-- The steps of an execution and their partitions.
-- Grain: step_execution_id; reads batch.batch_step_execution and its context.
-- Rerun: only reads. Parameters: id.
select
    step_execution_id, step_name, status, exit_code, exit_message, start_time, end_time, last_updated,
    read_count, write_count, filter_count, process_skip_count, commit_count, rollback_count,
    coalesce(serialized_context, short_context, '{}') as context
from batch.batch_step_execution
left join batch.batch_step_execution_context using (step_execution_id)
where job_execution_id = :id
order by step_execution_id
