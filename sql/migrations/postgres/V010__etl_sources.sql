-- A topic that was read. Deleted and made again it has a new Kafka topic id, so it is a new source.
create table etl.sources (
    source_id      bigint generated always as identity primary key,
    cluster_id     text not null,
    topic          text not null,
    topic_id       text not null,
    registered_at  timestamptz not null default now(),
    unique (cluster_id, topic, topic_id)
);
