-- What earlier executions of an instance have done of each step.
-- Grain: step name; reads batch.batch_job_execution, batch.batch_step_execution.
-- Rerun: only reads. Parameters: id, instanceId, since (the first execution of the publication).
select
    step_name,
    coalesce(sum(read_count) filter (where job_execution_id >= :since or step_name like 'load-%'), 0) as read_rows,
    bool_or(step.status = 'COMPLETED') as completed
from batch.batch_job_execution as earlier
join batch.batch_step_execution as step using (job_execution_id)
where job_instance_id = :instanceId and job_execution_id < :id
group by step_name
