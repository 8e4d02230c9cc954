-- Quartz 2.5: a trigger of a kind that it does not know. Unused here, but Quartz looks into it.
create table quartz.qrtz_blob_triggers (
    sched_name       varchar(120) not null,
    trigger_name     varchar(200) not null,
    trigger_group    varchar(200) not null,
    blob_data        bytea,
    primary key (sched_name, trigger_name, trigger_group),
    foreign key (sched_name, trigger_name, trigger_group)
        references quartz.qrtz_triggers (sched_name, trigger_name, trigger_group)
);
