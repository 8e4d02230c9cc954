-- The totals of DDS and marts that were compared last.
-- Grain: (total, mart); reads etl.mart_reconciliation.
-- Rerun: only reads. Parameters: none.
select job_instance_id, total, mart, days, in_dds, in_mart
from etl.mart_reconciliation
where job_instance_id = (select max(job_instance_id) from etl.mart_reconciliation)
order by total, mart
