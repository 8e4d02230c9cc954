-- Messages of type order, as received: text that nobody has judged yet.
create table raw.orders (
    -- origin
    source_id        bigint not null,
    kafka_partition  integer not null,
    kafka_offset     bigint not null,
    kafka_timestamp  timestamptz not null,
    load_id          bigint not null,
    -- the message: required fields
    order_id         text,
    order_ts         text,
    total_usd        text,
    -- the message: optional fields
    event_id         text,
    user_id          text,
    campaign_id      text,
    generated_at     text,
    extra            jsonb,
    primary key (source_id, kafka_partition, kafka_offset)
);
