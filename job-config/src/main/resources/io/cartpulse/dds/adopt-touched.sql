-- Takes over what runs touched that were given up before they derived it.
-- Grain: (subject, key); reads etl.loads, writes etl.touched.
-- Rerun: finds none. Parameters: jobInstanceId.
with given_up as (
    delete from etl.touched
    where job_instance_id in (
        select job_instance_id
        from etl.loads
        where unfinished and job_instance_id <> :jobInstanceId
    )
    returning subject, key
)
insert into etl.touched (job_instance_id, subject, key)
select distinct :jobInstanceId::bigint, subject, key
from given_up
on conflict do nothing
