-- Quartz 2.5: days on which nothing fires. Unused here, but Quartz looks into it.
create table quartz.qrtz_calendars (
    sched_name     varchar(120) not null,
    calendar_name  varchar(200) not null,
    calendar       bytea not null,
    primary key (sched_name, calendar_name)
);
