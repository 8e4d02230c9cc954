-- A page of executions, newest first.
-- Grain: job_execution_id; reads batch.batch_job_execution, its parameters, steps and failures.
-- Rerun: only reads. Parameters: rows; a line that ends in "if" counts where its parameter is given.
with page as (
    select
        job_execution_id, job_instance_id, search_job as job_name, status, exit_code, exit_message, create_time,
        start_time, end_time
    from batch.batch_job_execution
    where true
        and search_job = :job -- if job
        and status = :status -- if status
        and status = any(:statuses) -- if statuses
        and create_time >= :from -- if from
        and create_time < :to -- if to
        and search_parameters @> cast(:parameters as text[]) -- if parameters
        and job_execution_id = any(:ids) -- if ids
        -- many have them, and are found one after the other: their index would bring them all at once
        and search_words <> '' -- if words
        and (search_words || '') @@ to_tsquery('simple', :words) -- if words
        and (create_time, job_execution_id) < (:afterTime, :afterId) -- if afterTime
    order by create_time desc, job_execution_id desc
    limit :rows
), counts as (
    select job_execution_id, sum(read_count) as read_rows, sum(write_count) as written_rows
    from page
    join batch.batch_step_execution using (job_execution_id)
    where step_name not like '%:%'
    group by job_execution_id
), named as (
    select job_execution_id, jsonb_object_agg(parameter_name, coalesce(parameter_value, '')) as parameters
    from page
    join batch.batch_job_execution_params using (job_execution_id)
    group by job_execution_id
)
select
    page.job_execution_id, job_instance_id, job_name, status, exit_code, exit_message, create_time, start_time,
    end_time, coalesce(read_rows, 0) as read_rows, coalesce(written_rows, 0) as written_rows,
    coalesce(named.parameters, '{}') as parameters,
    (
        select causes
        from batch.failure
        where failure.job_execution_id = page.job_execution_id
        -- a step of partitions says only that one of them failed
        order by coalesce(step_name like '%:%', false) desc, failure_id
        limit 1
    ) as causes
from page
left join counts on counts.job_execution_id = page.job_execution_id
left join named on named.job_execution_id = page.job_execution_id
order by create_time desc, page.job_execution_id desc
