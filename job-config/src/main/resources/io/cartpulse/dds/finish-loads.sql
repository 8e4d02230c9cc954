-- Notes that all is derived that the loads of a run touched.
-- Grain: load_id; writes etl.loads.
-- Rerun: the same. Parameters: jobInstanceId.
update etl.loads
set unfinished = false
where job_instance_id = :jobInstanceId and unfinished
