-- How many messages wait.
-- Grain: one row. Reads etl.alerts. Writes nothing.
-- Rerun: as they are sent. Parameters: recipients.
select count(*)
from etl.alerts
where recipient in (:recipients) and sent_at is null and refusal is null
