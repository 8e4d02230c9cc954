-- How many accepted records the marts do not have.
-- Grain: one row; reads etl.loads, etl.reconciliation.
-- Rerun: only reads. Parameters: none.
select coalesce(sum(records), 0)
from etl.reconciliation
where outcome in ('loaded', 'resolved') and job_instance_id in (
    select job_instance_id
    from etl.loads
    where published_at is null
)
