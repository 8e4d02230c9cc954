-- Notes that an execution may write DDS rows.
-- Grain: load_id; writes etl.loads.
-- Rerun: each execution notes itself once. Parameters: loadId, jobInstanceId, rebuild.
insert into etl.loads (load_id, job_instance_id, full_rebuild)
values (:loadId, :jobInstanceId, :rebuild)
on conflict (load_id) do nothing
