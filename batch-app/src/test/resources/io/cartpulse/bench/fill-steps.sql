-- Eight steps of each execution, two of them partitions.
-- Grain: step_execution_id; reads batch.batch_job_execution, writes batch.batch_step_execution.
-- Rerun: not meant to be. Parameters: none.
insert into batch.batch_step_execution (
    step_execution_id, version, step_name, job_execution_id, create_time, start_time, end_time, status, commit_count,
    read_count, filter_count, write_count, read_skip_count, write_skip_count, process_skip_count, rollback_count,
    exit_code, exit_message, last_updated
)
select
    job_execution_id * 10 + place, 3, step, job_execution_id, start_time, start_time, end_time, 'COMPLETED', 5, 1000,
    0, 1000, 0, 0, 0, 0, 'COMPLETED', '', end_time
from batch.batch_job_execution, unnest(array[
    'fix-offsets', 'load-raw', 'load-raw:worker0', 'load-raw:worker1', 'begin-load', 'load-events', 'publish-events',
    'build-marts'
]) with ordinality as steps (step, place)
