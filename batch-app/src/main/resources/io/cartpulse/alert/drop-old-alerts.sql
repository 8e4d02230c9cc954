-- Forgets messages that are done with.
-- Grain: a message. Reads nothing. Writes etl.alerts.
-- Rerun: finds nothing more. Parameters: before.
delete from etl.alerts
where created_at < :before and (sent_at is not null or refusal is not null)
