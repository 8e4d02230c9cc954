-- Takes over the loads of runs that were given up before their end.
-- Grain: load_id; writes etl.loads.
-- Rerun: finds none. Parameters: jobInstanceId.
update etl.loads
set job_instance_id = :jobInstanceId
where unfinished and job_instance_id <> :jobInstanceId
