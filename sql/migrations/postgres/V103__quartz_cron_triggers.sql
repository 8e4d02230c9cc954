-- Quartz 2.5: the times of a trigger, as a cron expression in a zone.
create table quartz.qrtz_cron_triggers (
    sched_name       varchar(120) not null,
    trigger_name     varchar(200) not null,
    trigger_group    varchar(200) not null,
    cron_expression  varchar(120) not null,
    time_zone_id     varchar(80),
    primary key (sched_name, trigger_name, trigger_group),
    foreign key (sched_name, trigger_name, trigger_group)
        references quartz.qrtz_triggers (sched_name, trigger_name, trigger_group)
);
