-- The last time that totals of DDS and marts were compared, and how that ended.
-- Grain: one row at most; reads batch.batch_job_execution, batch.batch_step_execution.
-- Rerun: only reads. Parameters: none.
with latest as (
    select newest.job_execution_id, newest.create_time
    from (values ('dds-to-clickhouse'), ('pipeline')) as job (name), lateral (
        select job_execution_id, create_time
        from batch.batch_job_execution
        where search_job = job.name
        order by create_time desc, job_execution_id desc
        limit 20
    ) as newest
)
select job_execution_id, step.status, step.end_time
from latest
join batch.batch_step_execution as step using (job_execution_id)
where step_name = 'check-totals'
order by latest.create_time desc, job_execution_id desc
limit 1
