-- Takes a recipient that a message waits for and that is free, for a while.
-- Grain: one recipient at most. Reads etl.alerts. Writes etl.alert_recipients.
-- Rerun: takes the next one. Parameters: recipients, now, leasedUntil.
update etl.alert_recipients
set free_at = :leasedUntil
where recipient = (
    select r.recipient
    from etl.alert_recipients as r
    where r.recipient in (:recipients)
        and r.free_at <= :now
        and exists (
            select from etl.alerts as a
            where a.recipient = r.recipient and a.sent_at is null and a.refusal is null
        )
    order by r.free_at, r.recipient
    limit 1
    for update skip locked
)
returning recipient, failures
