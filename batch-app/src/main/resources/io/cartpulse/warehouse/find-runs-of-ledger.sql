-- The last execution of each run in the ledger.
-- Grain: job instance; reads batch.batch_job_execution.
-- Rerun: only reads. Parameters: instanceIds.
select distinct on (job_instance_id) job_instance_id, job_execution_id, search_job as job_name, status, create_time
from batch.batch_job_execution
where job_instance_id = any(:instanceIds)
order by job_instance_id, job_execution_id desc
