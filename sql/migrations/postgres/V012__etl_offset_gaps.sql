-- Offsets that were passed and gave no record; to_offset is the first one after the gap.
create table etl.offset_gaps (
    source_id        bigint not null references etl.sources (source_id),
    kafka_partition  integer not null,
    from_offset      bigint not null,
    to_offset        bigint not null,
    kind             text not null check (kind in ('no_record', 'retention')),
    load_id          bigint not null,
    noticed_at       timestamptz not null default now(),
    primary key (source_id, kafka_partition, from_offset),
    check (to_offset > from_offset)
);
create index offset_gaps_retention on etl.offset_gaps (noticed_at) where kind = 'retention';
comment on column etl.offset_gaps.kind is 'no_record: commit markers, compaction, aborted transactions; retention: deleted before it was read';
