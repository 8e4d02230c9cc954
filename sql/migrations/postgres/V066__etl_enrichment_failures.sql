-- What went wrong last with each provider.
create table etl.enrichment_failures (
    provider   text primary key,
    category   text not null,
    message    text not null,
    failed_at  timestamptz not null
);
