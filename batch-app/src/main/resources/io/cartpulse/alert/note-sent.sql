-- Notes that a message was sent.
-- Grain: one message. Reads nothing. Writes etl.alerts.
-- Rerun: changes the time only. Parameters: alertId, now.
update etl.alerts
set sent_at = :now, attempts = attempts + 1
where alert_id = :alertId
