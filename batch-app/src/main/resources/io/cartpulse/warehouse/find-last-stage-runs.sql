-- The last runs of the jobs that write a stage, with what they have read there.
-- Grain: job_execution_id; reads batch.batch_job_execution, batch.batch_step_execution.
-- Rerun: only reads. Parameters: jobs.
with latest as (
    select newest.job_execution_id, newest.job_name, newest.status, newest.create_time
    from unnest(cast(:jobs as text[])) as job (name), lateral (
        select job_execution_id, search_job as job_name, status, create_time
        from batch.batch_job_execution
        where search_job = job.name
        order by create_time desc, job_execution_id desc
        limit 5
    ) as newest
)
select
    latest.job_execution_id, job_name, latest.status, latest.create_time, step_name, step.status as step_status,
    step.start_time, step.end_time, read_count
from latest
join batch.batch_step_execution as step using (job_execution_id)
where step_name not like '%:%'
order by latest.create_time desc, latest.job_execution_id desc, step_execution_id
