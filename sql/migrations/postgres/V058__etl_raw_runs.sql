-- Where a kafka-to-raw job instance began, fixed in its first step: what it passed can be counted at its end.
create table etl.raw_runs (
    job_instance_id  bigint not null,
    source_id        bigint not null references etl.sources (source_id),
    kafka_partition  integer not null,
    from_offset      bigint not null,
    primary key (job_instance_id, source_id, kafka_partition)
);
