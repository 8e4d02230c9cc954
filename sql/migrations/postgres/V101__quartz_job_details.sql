-- Quartz 2.5: a job that can be scheduled, with its schedule as last given, whether it is enabled or not.
create table quartz.qrtz_job_details (
    sched_name         varchar(120) not null,
    job_name           varchar(200) not null,
    job_group          varchar(200) not null,
    description        varchar(250),
    job_class_name     varchar(250) not null,
    is_durable         boolean not null,
    is_nonconcurrent   boolean not null,
    is_update_data     boolean not null,
    requests_recovery  boolean not null,
    job_data           bytea,
    primary key (sched_name, job_name, job_group)
);
