-- The ledger of some Kafka days, by day.
-- Grain: (Kafka day, outcome); reads etl.reconciliation, etl.loads.
-- Rerun: only reads. Parameters: from, to.
select kafka_date, outcome, sum(records) as records
from etl.reconciliation
where kafka_date >= :from and kafka_date <= :to
    -- what a rebuild reads anew counts no more as it was read before; RAW is never made anew
    and (
        outcome in ('received', 'dead_letter', 'gap') or job_instance_id >= coalesce(
            (select max(loads.job_instance_id) from etl.loads where full_rebuild), 0
        )
    )
group by kafka_date, outcome
