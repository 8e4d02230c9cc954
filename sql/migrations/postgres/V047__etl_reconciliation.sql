-- The ledger: how the RAW rows of a run ended, by record type and Kafka day.
create table etl.reconciliation (
    job_instance_id  bigint not null,
    record_type      text not null,
    kafka_date       date not null,
    outcome          text not null,
    records          bigint not null,
    primary key (job_instance_id, record_type, kafka_date, outcome)
);
