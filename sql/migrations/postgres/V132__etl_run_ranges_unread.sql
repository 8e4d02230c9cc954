-- Ranges that reach beyond what completed runs have read are found without those of all runs before.
create index run_ranges_to_offset on etl.run_ranges (source_id, kafka_partition, to_offset);
