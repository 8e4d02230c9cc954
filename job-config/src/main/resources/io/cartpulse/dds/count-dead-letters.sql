-- The dead letters among the records that a run passed.
-- Grain: (run, Kafka day, reason); reads etl.run_ranges, raw.dead_letters, writes etl.dead_letter_counts.
-- Rerun: the same ranges give the same counts. Parameters: jobInstanceId.
insert into etl.dead_letter_counts (job_instance_id, kafka_date, reason, records)
select :jobInstanceId, (kafka_timestamp at time zone 'UTC')::date, reason, count(*)
from etl.run_ranges
join raw.dead_letters using (source_id, kafka_partition)
where job_instance_id = :jobInstanceId and kafka_offset >= from_offset and kafka_offset < to_offset
group by (kafka_timestamp at time zone 'UTC')::date, reason
on conflict (job_instance_id, kafka_date, reason) do update
set records = excluded.records
