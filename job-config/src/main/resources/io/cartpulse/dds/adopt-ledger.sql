-- Takes over how rows ended that runs had read before they were given up.
-- Grain: (record type, Kafka day, outcome); reads etl.load_positions, writes etl.reconciliation.
-- Rerun: finds none. Parameters: jobInstanceId.
with given_up as (
    delete from etl.reconciliation
    where stage = 'dds' and job_instance_id in (
        select job_instance_id
        from etl.load_positions
        where job_instance_id <> :jobInstanceId
    )
    returning record_type, kafka_date, outcome, records
)
insert into etl.reconciliation (job_instance_id, record_type, kafka_date, outcome, records)
select :jobInstanceId::bigint, record_type, kafka_date, outcome, sum(records)
from given_up
group by record_type, kafka_date, outcome
