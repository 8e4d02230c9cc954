-- Quartz 2.5: what lets a job start. There is one for each enabled schedule; the indexes are for the scheduler's two questions.
create table quartz.qrtz_triggers (
    sched_name      varchar(120) not null,
    trigger_name    varchar(200) not null,
    trigger_group   varchar(200) not null,
    job_name        varchar(200) not null,
    job_group       varchar(200) not null,
    description     varchar(250),
    next_fire_time  bigint,
    prev_fire_time  bigint,
    priority        integer,
    trigger_state   varchar(16) not null,
    trigger_type    varchar(8) not null,
    start_time      bigint not null,
    end_time        bigint,
    calendar_name   varchar(200),
    misfire_instr   smallint,
    job_data        bytea,
    primary key (sched_name, trigger_name, trigger_group),
    foreign key (sched_name, job_name, job_group)
        references quartz.qrtz_job_details (sched_name, job_name, job_group)
);
create index qrtz_triggers_job on quartz.qrtz_triggers (sched_name, job_name, job_group);
create index qrtz_triggers_next_fire_time on quartz.qrtz_triggers (sched_name, trigger_state, next_fire_time);
