-- Messages to people, kept until they are sent.
create table etl.alerts (
    alert_id    bigint generated always as identity primary key,
    recipient   text not null,
    text        text not null,
    created_at  timestamptz not null,
    -- what became of it
    attempts    integer not null default 0,
    sent_at     timestamptz,
    refusal     text
);
create index alerts_waiting on etl.alerts (recipient, alert_id) where sent_at is null and refusal is null;
create index alerts_created_at on etl.alerts (created_at);
comment on column etl.alerts.refusal is 'why the channel will never send it; null: it has not refused it';
