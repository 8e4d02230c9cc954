-- Forgets how far a completed run got.
-- Grain: the run's partitions; writes etl.load_positions.
-- Rerun: finds none. Parameters: jobInstanceId.
delete from etl.load_positions
where job_instance_id = :jobInstanceId
