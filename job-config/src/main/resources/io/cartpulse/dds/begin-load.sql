-- Notes that an execution may write DDS rows.
-- Grain: load_id; writes etl.loads.
-- Rerun: each execution notes itself once. Parameters: loadId, jobInstanceId, rebuild.
insert into etl.loads (load_id, job_instance_id, full_rebuild, unfinished)
values (:loadId, :jobInstanceId, :rebuild, true)
on conflict (load_id) do nothing
