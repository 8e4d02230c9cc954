-- The step that a job is at.
-- Grain: one row at most. Reads batch.batch_step_execution. Writes nothing.
-- Rerun: as the run goes on. Parameters: none.
select step_name, read_count, write_count
from batch.batch_step_execution
where status = 'STARTED'
order by step_execution_id desc
limit 1
