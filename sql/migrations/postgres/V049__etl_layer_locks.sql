-- Who holds a layer; the lock itself is an advisory lock of the holder's connection.
create table etl.layer_locks (
    layer      text primary key,
    holder     text not null,
    taken_at   timestamptz not null default now()
);
