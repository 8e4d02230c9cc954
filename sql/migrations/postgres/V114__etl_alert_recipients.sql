-- Who gets messages, and from when on the next one may be sent: limits hold over all instances.
create table etl.alert_recipients (
    recipient  text primary key,
    free_at    timestamptz not null,
    failures   integer not null default 0
);
comment on column etl.alert_recipients.free_at is 'in the future while one is being sent, and when the channel asked to wait';
