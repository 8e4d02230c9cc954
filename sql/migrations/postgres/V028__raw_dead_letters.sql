-- Records that could not be read as one of the message types, byte for byte.
create table raw.dead_letters (
    -- origin
    source_id        bigint not null,
    kafka_partition  integer not null,
    kafka_offset     bigint not null,
    kafka_timestamp  timestamptz not null,
    load_id          bigint not null,
    -- why
    reason           text not null check (reason in ('TOO_LARGE', 'NOT_JSON', 'NOT_AN_OBJECT', 'UNKNOWN_TYPE')),
    detail           text not null,
    -- what
    key              bytea,
    payload          bytea,
    primary key (source_id, kafka_partition, kafka_offset)
);
create index dead_letters_kafka_timestamp on raw.dead_letters (kafka_timestamp);
comment on column raw.dead_letters.payload is 'the record''s value; null when it had none';
