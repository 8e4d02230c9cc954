-- Repairs are counted by Kafka day too. Of those counted before, the run's first day is as near as can be known.
alter table etl.repairs add column kafka_date date;
update etl.repairs
set kafka_date = coalesce((
    select min(ledger.kafka_date)
    from etl.reconciliation as ledger
    where ledger.job_instance_id = repairs.job_instance_id and ledger.record_type = repairs.record_type
), current_date);
alter table etl.repairs
    alter column kafka_date set not null,
    drop constraint repairs_pkey,
    add primary key (job_instance_id, record_type, kafka_date, field);
