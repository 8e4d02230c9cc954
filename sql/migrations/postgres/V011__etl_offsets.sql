-- The next offset to be read of each partition; it moves in the transaction that writes the rows.
create table etl.offsets (
    source_id        bigint not null references etl.sources (source_id),
    kafka_partition  integer not null,
    next_offset      bigint not null check (next_offset >= 0),
    updated_at       timestamptz not null default now(),
    primary key (source_id, kafka_partition)
);
comment on column etl.offsets.next_offset is 'always the number of RAW rows, dead letters and offsets in gaps of the partition';
