-- How far a run has loaded a partition of one record type: moved in the transaction of the chunk, as etl.offsets is.
create table etl.load_positions (
    job_instance_id  bigint not null,
    record_type      text not null,
    source_id        bigint not null,
    kafka_partition  integer not null,
    next_offset      bigint not null,
    primary key (job_instance_id, record_type, source_id, kafka_partition)
);
