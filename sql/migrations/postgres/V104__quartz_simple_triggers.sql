-- Quartz 2.5: the times of a trigger that fires so many times. Unused here, but Quartz looks into it.
create table quartz.qrtz_simple_triggers (
    sched_name       varchar(120) not null,
    trigger_name     varchar(200) not null,
    trigger_group    varchar(200) not null,
    repeat_count     bigint not null,
    repeat_interval  bigint not null,
    times_triggered  bigint not null,
    primary key (sched_name, trigger_name, trigger_group),
    foreign key (sched_name, trigger_name, trigger_group)
        references quartz.qrtz_triggers (sched_name, trigger_name, trigger_group)
);
