-- The parameters of the executions.
-- Grain: (job_execution_id, parameter); reads batch.batch_job_execution, writes batch.batch_job_execution_params.
-- Rerun: not meant to be. Parameters: none.
insert into batch.batch_job_execution_params (
    job_execution_id, parameter_name, parameter_type, parameter_value, identifying
)
select job_execution_id, split_part(entry, '=', 1), 'java.lang.String', split_part(entry, '=', 2), 'Y'
from batch.batch_job_execution, unnest(search_parameters) as entry
