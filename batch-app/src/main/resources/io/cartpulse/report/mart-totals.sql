-- The totals of DDS that a run found again in the marts.
-- Grain: total; reads etl.mart_reconciliation.
-- Rerun: always the same for the same run. Parameters: jobInstanceId.
select total, max(in_dds) as in_dds, count(*) as marts
from etl.mart_reconciliation
where job_instance_id = :jobInstanceId
group by total
order by total
