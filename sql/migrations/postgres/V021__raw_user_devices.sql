-- Messages of type user_device, as received: text that nobody has judged yet.
create table raw.user_devices (
    -- origin
    source_id        bigint not null,
    kafka_partition  integer not null,
    kafka_offset     bigint not null,
    kafka_timestamp  timestamptz not null,
    load_id          bigint not null,
    -- the message: required fields
    user_id          text,
    device_type      text,
    -- the message: optional fields
    event_id         text,
    os               text,
    browser          text,
    generated_at     text,
    extra            jsonb,
    primary key (source_id, kafka_partition, kafka_offset)
);
