-- Messages of type event, session_start, session_end, signup and churn, as received: text that nobody has judged yet.
create table raw.events (
    -- origin
    source_id         bigint not null,
    kafka_partition   integer not null,
    kafka_offset      bigint not null,
    kafka_timestamp   timestamptz not null,
    load_id           bigint not null,
    -- the message: required fields
    event_type        text,
    timestamp         text,
    -- the message: optional fields
    event_id          text,
    user_id           text,
    session_id        text,
    product_id        text,
    product_name      text,
    product_category  text,
    order_id          text,
    quantity          text,
    city              text,
    country           text,
    lat               text,
    lon               text,
    cost_usd          text,
    cost_eur          text,
    cost_rub          text,
    weather_temp      text,
    weather_desc      text,
    extra             jsonb,
    primary key (source_id, kafka_partition, kafka_offset)
);
