-- Executions whose words are searched for, up to one more than 5000.
-- Grain: job_execution_id; reads batch.batch_job_execution.
-- Rerun: only reads. Parameters: words.
select job_execution_id
from batch.batch_job_execution
where search_words @@ to_tsquery('simple', :words)
limit 5001
