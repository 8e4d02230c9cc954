-- The RAW ranges a raw-to-dds job instance reads, fixed in its first step.
create table etl.run_ranges (
    job_instance_id  bigint not null,
    source_id        bigint not null,
    kafka_partition  integer not null,
    from_offset      bigint not null,
    to_offset        bigint not null,
    primary key (job_instance_id, source_id, kafka_partition)
);
