-- Spring Batch 6.0: a job with its identifying parameters; and the three sequences its tables take their ids from.
create table batch.batch_job_instance (
    job_instance_id  bigint not null primary key,
    version          bigint,
    job_name         varchar(100) not null,
    job_key          varchar(32) not null,
    constraint job_inst_un unique (job_name, job_key)
);
create sequence batch.batch_job_instance_seq maxvalue 9223372036854775807 no cycle;
create sequence batch.batch_job_execution_seq maxvalue 9223372036854775807 no cycle;
create sequence batch.batch_step_execution_seq maxvalue 9223372036854775807 no cycle;
