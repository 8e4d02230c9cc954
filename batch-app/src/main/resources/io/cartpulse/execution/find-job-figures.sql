-- What the jobs did since some time.
-- Grain: job name; reads batch.batch_job_execution.
-- Rerun: only reads. Parameters: since.
select
    search_job as job_name,
    count(*) as executions,
    count(*) filter (where status = 'COMPLETED') as completed,
    count(*) filter (where status in ('FAILED', 'UNKNOWN', 'ABANDONED')) as failed,
    count(*) filter (where status = 'STOPPED') as stopped,
    coalesce(round(avg(extract(epoch from end_time - start_time)) filter (where status = 'COMPLETED'), 3), 0)
        as mean_seconds,
    coalesce(round(max(extract(epoch from end_time - start_time)) filter (where status = 'COMPLETED'), 3), 0)
        as max_seconds
from batch.batch_job_execution
where create_time >= :since
group by search_job
