-- Optional fields that a run cleared because they could not be read.
create table etl.repairs (
    job_instance_id  bigint not null,
    record_type      text not null,
    field            text not null,
    records          bigint not null,
    primary key (job_instance_id, record_type, field)
);
