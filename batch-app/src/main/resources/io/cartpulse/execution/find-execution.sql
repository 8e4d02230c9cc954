-- An execution with its parameters, context and the other executions of its instance.
-- Grain: job_execution_id; reads batch.batch_job_execution, its parameters, context and failures.
-- Rerun: only reads. Parameters: id.
select
    job_execution_id, job_instance_id, search_job as job_name, status, exit_code, exit_message, create_time, start_time,
    end_time,
    coalesce(
        (
            select jsonb_object_agg(parameter_name, coalesce(parameter_value, ''))
            from batch.batch_job_execution_params as parameter
            where parameter.job_execution_id = execution.job_execution_id
        ),
        '{}'
    ) as parameters,
    array(
        select attempt.job_execution_id
        from batch.batch_job_execution as attempt
        where attempt.job_instance_id = execution.job_instance_id
        order by attempt.job_execution_id
    ) as attempts,
    coalesce(serialized_context, short_context, '{}') as context,
    (
        select causes
        from batch.failure
        where failure.job_execution_id = execution.job_execution_id
        -- a step of partitions says only that one of them failed
        order by coalesce(step_name like '%:%', false) desc, failure_id
        limit 1
    ) as causes
from batch.batch_job_execution as execution
left join batch.batch_job_execution_context using (job_execution_id)
where job_execution_id = :id
