-- The load that brought weather to the marts; null until one has. The index gives pages in their order.
alter table dds.weather add column load_id bigint;
create index weather_load_id on dds.weather (
    load_id,
    (
        cast(lat as text) || '/' || cast(lon as text) || '/'
        || cast(extract(epoch from hour at time zone 'UTC') as text) collate "C"
    )
);
