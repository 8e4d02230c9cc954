-- Where a run begins, as its first execution found it.
-- Grain: (run, source, partition); reads etl.offsets, writes etl.raw_runs.
-- Rerun: the first start stays. Parameters: the job instance, the source.
insert into etl.raw_runs (job_instance_id, source_id, kafka_partition, from_offset)
select ?, source_id, kafka_partition, next_offset
from etl.offsets
where source_id = ?
on conflict do nothing
