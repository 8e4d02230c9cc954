-- The dead letters in the ranges of a raw-to-dds run, by Kafka day: what the marts say of them.
create table etl.dead_letter_counts (
    job_instance_id  bigint not null,
    kafka_date       date not null,
    reason           text not null,
    records          bigint not null,
    primary key (job_instance_id, kafka_date, reason)
);
