-- How long the steps took in the largest of a job's last completed executions.
-- Grain: step execution; reads batch.batch_job_execution, batch.batch_step_execution.
-- Rerun: only reads. Parameters: job, before (an execution; only earlier ones count).
with latest as (
    select job_execution_id
    from batch.batch_job_execution
    where search_job = :job and status = 'COMPLETED' and job_execution_id < :before
        -- leads the index to the place, past all later executions
        and create_time <= (
            select create_time
            from batch.batch_job_execution
            where job_execution_id = :before
        )
    order by create_time desc, job_execution_id desc
    limit 20
), largest as (
    select job_execution_id
    from latest
    join batch.batch_step_execution using (job_execution_id)
    where step_name not like '%:%'
    group by job_execution_id
    order by sum(read_count) desc, job_execution_id desc
    limit 1
)
select step_name, read_count, extract(epoch from end_time - start_time) as seconds
from largest
join batch.batch_step_execution using (job_execution_id)
where step_name not like '%:%' and end_time is not null and start_time is not null
order by step_execution_id
