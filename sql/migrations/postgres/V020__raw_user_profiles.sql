-- Messages of type user_profile, as received: text that nobody has judged yet.
create table raw.user_profiles (
    -- origin
    source_id        bigint not null,
    kafka_partition  integer not null,
    kafka_offset     bigint not null,
    kafka_timestamp  timestamptz not null,
    load_id          bigint not null,
    -- the message: required fields
    user_id          text,
    -- the message: optional fields
    event_id         text,
    name             text,
    email            text,
    birth_date       text,
    gender           text,
    generated_at     text,
    extra            jsonb,
    primary key (source_id, kafka_partition, kafka_offset)
);
