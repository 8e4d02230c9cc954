-- The ledger of some Kafka days, by run; the newest 200 runs.
-- Grain: (run, outcome); reads etl.reconciliation.
-- Rerun: only reads. Parameters: from, to.
with newest as (
    select job_instance_id
    from etl.reconciliation
    where kafka_date >= :from and kafka_date <= :to
    group by job_instance_id
    order by job_instance_id desc
    limit 200
)
select job_instance_id, outcome, sum(records) as records
from newest
join etl.reconciliation using (job_instance_id)
where kafka_date >= :from and kafka_date <= :to
group by job_instance_id, outcome
