-- Operators' decisions on quarantined records, kept by origin so that a rebuild applies them.
create table etl.corrections (
    source_id        bigint not null,
    kafka_partition  integer not null,
    kafka_offset     bigint not null,
    action           text not null check (action in ('edit', 'discard')),
    payload          jsonb,
    made_at          timestamptz not null default now(),
    made_by          text not null,
    primary key (source_id, kafka_partition, kafka_offset)
);
