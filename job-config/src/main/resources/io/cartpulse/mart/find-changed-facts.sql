-- The facts that have rows of a load or of a later one.
-- Grain: fact; reads etl.loads, etl.deleted_sessions and the tables of dds that are carried over.
-- Rerun: only reads. Parameters: firstLoad.
with published as (
    -- as the pages of reference data have it, which has no loads
    select coalesce(max(started_at), '-infinity') - interval '1 hour' as begun_at
    from etl.loads
    where load_id < :firstLoad
)
select 'USERS' as fact where exists (select from dds.users where load_id >= :firstLoad)
union all
select 'USER_DEVICES' where exists (select from dds.user_devices where load_id >= :firstLoad)
union all
select 'PRODUCTS' where exists (select from dds.products where load_id >= :firstLoad)
union all
select 'CAMPAIGNS' where exists (select from dds.campaigns where load_id >= :firstLoad)
union all
select 'DELETED_SESSIONS' where exists (select from etl.deleted_sessions where load_id >= :firstLoad)
union all
select 'SESSIONS' where exists (select from dds.sessions where load_id >= :firstLoad)
union all
select 'EVENTS' where exists (select from dds.events where load_id >= :firstLoad)
union all
select 'ORDERS' where exists (select from dds.orders where load_id >= :firstLoad)
union all
select 'ORDER_ITEMS' where exists (select from dds.order_items where load_id >= :firstLoad)
union all
select 'CAMPAIGN_EVENTS' where exists (select from dds.campaign_events where load_id >= :firstLoad)
union all
-- a load that is kept has left its lines in the ledger
select 'QUALITY_COUNTS' where exists (select from etl.loads where load_id >= :firstLoad)
union all
select 'EXCHANGE_RATES' where exists (select from dds.exchange_rates, published where updated_at >= begun_at)
union all
select 'WEATHER' where exists (select from dds.weather, published where updated_at >= begun_at)
