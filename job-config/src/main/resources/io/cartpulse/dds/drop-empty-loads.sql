-- Forgets the loads of a run that left no row for the marts, in DDS, its ledger or reference data: none is published.
-- Grain: load_id; reads dds.*, etl.deleted_sessions, reconciliation, run_ranges, writes etl.loads.
-- Rerun: finds none. Parameters: jobInstanceId.
delete from etl.loads as load
where job_instance_id = :jobInstanceId
    and not full_rebuild
    and not exists (select from dds.users where users.load_id = load.load_id)
    and not exists (select from dds.user_devices where user_devices.load_id = load.load_id)
    and not exists (select from dds.products where products.load_id = load.load_id)
    and not exists (select from dds.campaigns where campaigns.load_id = load.load_id)
    and not exists (select from dds.sessions where sessions.load_id = load.load_id)
    and not exists (select from dds.events where events.load_id = load.load_id)
    and not exists (select from dds.orders where orders.load_id = load.load_id)
    and not exists (select from dds.order_items where order_items.load_id = load.load_id)
    and not exists (select from dds.campaign_events where campaign_events.load_id = load.load_id)
    and not exists (select from etl.deleted_sessions where deleted_sessions.load_id = load.load_id)
    and not exists (select from etl.reconciliation as ledger where ledger.job_instance_id = load.job_instance_id)
    and not exists (select from etl.run_ranges as passed where passed.job_instance_id = load.job_instance_id)
    and not exists (select from dds.exchange_rates where exchange_rates.load_id = load.load_id)
    and not exists (select from dds.weather where weather.load_id = load.load_id)
