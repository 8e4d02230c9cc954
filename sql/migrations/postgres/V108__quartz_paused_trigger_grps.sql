-- Quartz 2.5: groups of triggers that are paused as a whole. Unused here, but Quartz looks into it.
create table quartz.qrtz_paused_trigger_grps (
    sched_name     varchar(120) not null,
    trigger_group  varchar(200) not null,
    primary key (sched_name, trigger_group)
);
