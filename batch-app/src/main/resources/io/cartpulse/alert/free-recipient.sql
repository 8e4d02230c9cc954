-- Says from when on a recipient may get its next message.
-- Grain: one recipient. Reads nothing. Writes etl.alert_recipients.
-- Rerun: changes nothing. Parameters: recipient, freeAt, failures.
update etl.alert_recipients
set free_at = :freeAt, failures = :failures
where recipient = :recipient
