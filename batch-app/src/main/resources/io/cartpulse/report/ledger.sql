-- How the RAW rows of a run ended.
-- Grain: an outcome. Reads etl.reconciliation. Writes nothing.
-- Rerun: always the same for the same run. Parameters: jobInstanceId.
select outcome, sum(records) as records
from etl.reconciliation
where job_instance_id = :jobInstanceId
group by outcome
order by outcome
