-- Quartz 2.5: the instances that fire, each with the time it last showed up.
create table quartz.qrtz_scheduler_state (
    sched_name         varchar(120) not null,
    instance_name      varchar(200) not null,
    last_checkin_time  bigint not null,
    checkin_interval   bigint not null,
    primary key (sched_name, instance_name)
);
