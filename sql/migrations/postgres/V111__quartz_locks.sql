-- Quartz 2.5: rows that are locked so that one instance fires, and not all of them.
create table quartz.qrtz_locks (
    sched_name  varchar(120) not null,
    lock_name   varchar(40) not null,
    primary key (sched_name, lock_name)
);
