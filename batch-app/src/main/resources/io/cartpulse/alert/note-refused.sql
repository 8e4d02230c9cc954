-- Notes that a message will never be sent.
-- Grain: one message. Reads nothing. Writes etl.alerts.
-- Rerun: counts another attempt. Parameters: alertId, refusal.
update etl.alerts
set refusal = :refusal, attempts = attempts + 1
where alert_id = :alertId
