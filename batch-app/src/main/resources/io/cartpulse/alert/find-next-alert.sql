-- The message that waits longest for a recipient.
-- Grain: one message at most. Reads etl.alerts. Writes nothing.
-- Rerun: the same until it is sent. Parameters: recipient.
select alert_id, text
from etl.alerts
where recipient = :recipient and sent_at is null and refusal is null
order by alert_id
limit 1
