-- The ledger of some Kafka days, by run and day.
-- Grain: (run, Kafka day, outcome); reads etl.reconciliation, etl.loads.
-- Rerun: only reads. Parameters: from, to.
select
    ledger.job_instance_id, kafka_date, outcome, sum(records) as records,
    -- what a rebuild reads anew counts no more as it was read before
    ledger.job_instance_id >= coalesce(
        (select max(loads.job_instance_id) from etl.loads where full_rebuild and not unfinished), 0
    ) as counts
from etl.reconciliation as ledger
where kafka_date >= :from and kafka_date <= :to
group by ledger.job_instance_id, kafka_date, outcome
order by kafka_date desc, ledger.job_instance_id desc, outcome
