-- Reference data that was wanted and is not there yet.
create table etl.enrichment_pending (
    subject       text not null check (subject in ('rates', 'latest rates', 'places', 'weather')),
    key           text not null,
    wanted_at     timestamptz not null,
    -- how often asking for this very value failed, how it did last, and when it is worth another request
    failures      integer not null default 0,
    last_failure  text,
    next_try_at   timestamptz,
    primary key (subject, key)
);
