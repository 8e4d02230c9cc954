-- Each execution of raw-to-dds that may have written DDS rows, and whether the marts have them.
create table etl.loads (
    load_id          bigint primary key,
    job_instance_id  bigint not null,
    full_rebuild     boolean not null default false,
    started_at       timestamptz not null default now(),
    published_at     timestamptz
);
create index loads_unpublished on etl.loads (load_id) where published_at is null;
create index loads_job_instance_id on etl.loads (job_instance_id);
