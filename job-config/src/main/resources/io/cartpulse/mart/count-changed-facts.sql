-- How many rows of each fact are of a load or of a later one.
-- Grain: fact; reads etl.deleted_sessions, etl.loads and the tables of dds that are carried over.
-- Rerun: only reads. Parameters: firstLoad.
select 'USERS' as fact, count(*) as fact_rows from dds.users where load_id >= :firstLoad
union all
select 'USER_DEVICES', count(*) from dds.user_devices where load_id >= :firstLoad
union all
select 'PRODUCTS', count(*) from dds.products where load_id >= :firstLoad
union all
select 'CAMPAIGNS', count(*) from dds.campaigns where load_id >= :firstLoad
union all
select 'DELETED_SESSIONS', count(*) from etl.deleted_sessions where load_id >= :firstLoad
union all
select 'SESSIONS', count(*) from dds.sessions where load_id >= :firstLoad
union all
select 'EVENTS', count(*) from dds.events where load_id >= :firstLoad
union all
select 'ORDERS', count(*) from dds.orders where load_id >= :firstLoad
union all
select 'ORDER_ITEMS', count(*) from dds.order_items where load_id >= :firstLoad
union all
select 'CAMPAIGN_EVENTS', count(*) from dds.campaign_events where load_id >= :firstLoad
union all
-- a load that is kept has left its lines in the ledger
select 'QUALITY_COUNTS', count(*) from etl.loads where load_id >= :firstLoad
union all
select 'EXCHANGE_RATES', count(*) from dds.exchange_rates where load_id >= :firstLoad
union all
select 'WEATHER', count(*) from dds.weather where load_id >= :firstLoad
