-- Quartz 2.5: the times of a trigger of another kind. Unused here, but Quartz looks into it.
create table quartz.qrtz_simprop_triggers (
    sched_name       varchar(120) not null,
    trigger_name     varchar(200) not null,
    trigger_group    varchar(200) not null,
    str_prop_1       varchar(512),
    str_prop_2       varchar(512),
    str_prop_3       varchar(512),
    int_prop_1       integer,
    int_prop_2       integer,
    long_prop_1      bigint,
    long_prop_2      bigint,
    dec_prop_1       numeric(13, 4),
    dec_prop_2       numeric(13, 4),
    bool_prop_1      boolean,
    bool_prop_2      boolean,
    primary key (sched_name, trigger_name, trigger_group),
    foreign key (sched_name, trigger_name, trigger_group)
        references quartz.qrtz_triggers (sched_name, trigger_name, trigger_group)
);
