-- What a run received and how that ended.
-- Grain: (stage, outcome); reads etl.reconciliation.
-- Rerun: always the same for the same run. Parameters: jobInstanceId.
select stage, outcome, sum(records) as records
from etl.reconciliation
where job_instance_id = :jobInstanceId
group by stage, outcome
order by stage, outcome
