-- A total of DDS that a mart gives back, over all days.
-- Grain: (run, total, mart); writes etl.mart_reconciliation.
-- Rerun: the same line. Parameters: jobInstanceId, total, mart, days, inDds, inMart.
insert into etl.mart_reconciliation (job_instance_id, total, mart, days, in_dds, in_mart)
values (:jobInstanceId, :total, :mart, :days, :inDds, :inMart)
on conflict (job_instance_id, total, mart) do update
set days = excluded.days, in_dds = excluded.in_dds, in_mart = excluded.in_mart
