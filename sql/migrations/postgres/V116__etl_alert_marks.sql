-- What is told once: a gap in the topic, a kind of quarantined record that was never seen before.
create table etl.alert_marks (
    mark     text primary key,
    made_at  timestamptz not null
);
