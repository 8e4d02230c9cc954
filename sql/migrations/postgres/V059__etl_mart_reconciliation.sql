-- The last line of the ledger: the totals of DDS that a run found again in the marts, over all days.
create table etl.mart_reconciliation (
    job_instance_id  bigint not null,
    total            text not null,
    mart             text not null,
    days             integer not null,
    in_dds           numeric not null,
    in_mart          numeric not null,
    primary key (job_instance_id, total, mart)
);
