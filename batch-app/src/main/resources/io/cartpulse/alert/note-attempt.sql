-- Notes that a message could not be sent this time.
-- Grain: one message. Reads nothing. Writes etl.alerts.
-- Rerun: counts another attempt. Parameters: alertId.
update etl.alerts
set attempts = attempts + 1
where alert_id = :alertId
