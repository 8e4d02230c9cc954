-- What the executions remember.
-- Grain: job_execution_id; reads batch.batch_job_execution, writes batch.batch_job_execution_context.
-- Rerun: not meant to be. Parameters: none.
insert into batch.batch_job_execution_context (job_execution_id, short_context)
select job_execution_id, '{"@class": "java.util.HashMap", "rows.load-raw": ["java.lang.Long", 1000]}'
from batch.batch_job_execution
