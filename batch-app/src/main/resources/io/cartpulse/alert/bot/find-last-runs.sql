-- The last run of each job.
-- Grain: a job. Reads batch.batch_job_instance and batch.batch_job_execution. Writes nothing.
-- Rerun: as jobs run. Parameters: jobs.
select job_name, last.job_execution_id, last.status, last.start_time, last.end_time
from unnest(:jobs) with ordinality as jobs (job_name, place)
cross join lateral (
    select e.job_execution_id, e.status, e.start_time, e.end_time
    from batch.batch_job_instance as i
    join batch.batch_job_execution as e using (job_instance_id)
    where i.job_name = jobs.job_name
    order by i.job_instance_id desc, e.job_execution_id desc
    limit 1
) as last
order by place
