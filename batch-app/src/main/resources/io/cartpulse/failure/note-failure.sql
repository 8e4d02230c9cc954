-- Keeps why a step or an execution failed.
-- Grain: a failure; writes batch.failure.
-- Rerun: a row more. Parameters: executionId, step, causes, trace.
insert into batch.failure (job_execution_id, step_name, causes, trace)
values (:executionId, :step, cast(:causes as jsonb), :trace)
