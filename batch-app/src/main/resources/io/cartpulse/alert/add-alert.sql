-- Keeps a message until it is sent.
-- Grain: a message to a recipient. Reads nothing. Writes etl.alerts and etl.alert_recipients.
-- Rerun: adds it again. Parameters: recipient, text, now.
with known as (
    insert into etl.alert_recipients (recipient, free_at)
    values (:recipient, :now)
    on conflict do nothing
)
insert into etl.alerts (recipient, text, created_at)
values (:recipient, :text, :now)
