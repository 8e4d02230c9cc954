-- Moves the next offset of a partition, if it is where the writer believes it to be.
-- Grain: (source, partition); writes etl.offsets, in the transaction of the rows.
-- Rerun: the same move again finds no row. Parameters: to, source, partition, from.
update etl.offsets
set next_offset = ?,
    updated_at = now()
where source_id = ?
    and kafka_partition = ?
    and next_offset = ?
