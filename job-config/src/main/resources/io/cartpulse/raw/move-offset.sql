-- Moves the next offset of a partition, if it is where the writer believes it to be.
-- One row per partition; reads and writes etl.offsets, in the transaction of the rows.
-- A second run of the same move finds no row. Parameters: to, source, partition, from.
update etl.offsets
set next_offset = ?,
    updated_at = now()
where source_id = ?
    and kafka_partition = ?
    and next_offset = ?
