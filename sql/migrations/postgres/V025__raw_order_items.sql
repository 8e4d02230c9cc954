-- Messages of type order_item, as received: text that nobody has judged yet.
create table raw.order_items (
    -- origin
    source_id        bigint not null,
    kafka_partition  integer not null,
    kafka_offset     bigint not null,
    kafka_timestamp  timestamptz not null,
    load_id          bigint not null,
    -- the message: required fields
    order_id         text,
    product_id       text,
    price_usd        text,
    -- the message: optional fields
    event_id         text,
    quantity         text,
    line_no          text,
    generated_at     text,
    extra            jsonb,
    primary key (source_id, kafka_partition, kafka_offset)
);
