-- Keys a run touched whose derived columns must be made anew in its later steps.
create table etl.touched (
    job_instance_id  bigint not null,
    subject          text not null,
    key              uuid not null,
    primary key (job_instance_id, subject, key)
);
