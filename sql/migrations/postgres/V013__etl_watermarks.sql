-- Up to which offset raw-to-dds has read the RAW rows of each partition.
create table etl.watermarks (
    source_id        bigint not null references etl.sources (source_id),
    kafka_partition  integer not null,
    next_offset      bigint not null,
    updated_at       timestamptz not null default now(),
    primary key (source_id, kafka_partition)
);
