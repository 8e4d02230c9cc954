-- Version, settings and databases of ClickHouse, as the pipeline's user sees them.
-- Grain: one row; reads system.settings, system.databases, system.tables.
-- Rerun: only reads. Parameters: none.
select
    version() as version,
    (select toUInt64(value) from system.settings where name = 'readonly') as readonly,
    (select toUInt64(value) from system.settings where name = 'max_memory_usage') as max_memory_usage,
    (select count() from system.databases where name in ('warehouse', 'data_mart')) as databases,
    (select count() from system.tables where database = 'data_mart' and engine = 'MergeTree') as marts
