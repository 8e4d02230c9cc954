-- Spring Batch 6.0: an attempt to run a job instance. The indexes are ours.
create table batch.batch_job_execution (
    job_execution_id  bigint not null primary key,
    version           bigint,
    job_instance_id   bigint not null,
    create_time       timestamp not null,
    start_time        timestamp default null,
    end_time          timestamp default null,
    status            varchar(10),
    exit_code         varchar(2500),
    exit_message      varchar(2500),
    last_updated      timestamp,
    constraint job_inst_exec_fk foreign key (job_instance_id) references batch.batch_job_instance (job_instance_id)
);
create index batch_job_execution_instance on batch.batch_job_execution (job_instance_id, job_execution_id);
create index batch_job_execution_status on batch.batch_job_execution (status);
create index batch_job_execution_start_time on batch.batch_job_execution (start_time);
