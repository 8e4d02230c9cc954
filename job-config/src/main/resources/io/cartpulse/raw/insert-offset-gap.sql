-- Notes offsets that were passed and gave no record.
-- Grain: a gap; writes etl.offset_gaps, in the transaction that moves the offset.
-- Rerun: does not happen, for the offset moves once. Parameters: source, partition, from, to, kind, load.
insert into etl.offset_gaps (source_id, kafka_partition, from_offset, to_offset, kind, load_id)
values (?, ?, ?, ?, ?, ?)
