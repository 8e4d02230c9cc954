-- Takes over the repairs of rows that runs had read before they were given up.
-- Grain: (record type, Kafka day, field); reads etl.load_positions, writes etl.repairs.
-- Rerun: finds none. Parameters: jobInstanceId.
with given_up as (
    delete from etl.repairs
    where job_instance_id in (
        select job_instance_id
        from etl.load_positions
        where job_instance_id <> :jobInstanceId
    )
    returning record_type, kafka_date, field, records
)
insert into etl.repairs (job_instance_id, record_type, kafka_date, field, records)
select :jobInstanceId::bigint, record_type, kafka_date, field, sum(records)
from given_up
group by record_type, kafka_date, field
