-- Quartz 2.5: firings under way, so that an instance sees what another one left behind.
create table quartz.qrtz_fired_triggers (
    sched_name         varchar(120) not null,
    entry_id           varchar(95) not null,
    trigger_name       varchar(200) not null,
    trigger_group      varchar(200) not null,
    instance_name      varchar(200) not null,
    fired_time         bigint not null,
    sched_time         bigint not null,
    priority           integer not null,
    state              varchar(16) not null,
    job_name           varchar(200),
    job_group          varchar(200),
    is_nonconcurrent   boolean,
    requests_recovery  boolean,
    primary key (sched_name, entry_id)
);
create index qrtz_fired_triggers_instance on quartz.qrtz_fired_triggers (sched_name, instance_name);
create index qrtz_fired_triggers_trigger on quartz.qrtz_fired_triggers (sched_name, trigger_name, trigger_group);
