-- Forgets what a completed run touched.
-- Grain: the run's keys; writes etl.touched.
-- Rerun: finds none. Parameters: jobInstanceId.
delete from etl.touched
where job_instance_id = :jobInstanceId
