-- How many messages wait.
-- Grain: one row. Reads etl.alerts. Writes nothing.
-- Rerun: as they are sent. Parameters: none.
select count(*)
from etl.alerts
where sent_at is null and refusal is null
