-- Executions that failed or were stopped and were not taken up again, the latest first.
-- Grain: an execution. Reads batch.batch_job_execution and batch.batch_job_instance. Writes nothing.
-- Rerun: as jobs run. Parameters: none.
select e.job_execution_id, i.job_name, e.status, e.end_time
from batch.batch_job_execution as e
join batch.batch_job_instance as i using (job_instance_id)
where e.status in ('FAILED', 'STOPPED')
    and not exists (
        select from batch.batch_job_execution as later
        where later.job_instance_id = e.job_instance_id and later.job_execution_id > e.job_execution_id
    )
order by e.job_execution_id desc
limit 10
