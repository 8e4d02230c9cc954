-- The ledger is asked for by day, too.
create index reconciliation_kafka_date on etl.reconciliation (kafka_date, job_instance_id)
    include (outcome, records);
