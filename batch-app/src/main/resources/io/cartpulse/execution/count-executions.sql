-- How many executions there are, up to one more than 1000.
-- Grain: one row; reads batch.batch_job_execution.
-- Rerun: only reads. Parameters: a line that ends in "if" counts where its parameter is given.
select count(*)
from (
    select
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
    limit 1001
) as found
