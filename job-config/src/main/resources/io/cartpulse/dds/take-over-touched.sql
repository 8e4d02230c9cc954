-- Keys that were touched by runs which never completed: this run reads their rows again, but finds no change in them.
-- Grain: key; writes etl.touched.
-- Rerun: finds none. Parameters: jobInstanceId.
with left_over as (
    delete from etl.touched
    where job_instance_id <> :jobInstanceId
    returning subject, key
)
insert into etl.touched (job_instance_id, subject, key)
select distinct :jobInstanceId, subject, key
from left_over
order by subject, key
on conflict do nothing
