-- Empties what RAW can make anew, for a rebuild; exchange rates and corrections stay.
-- Grain: tables; writes dds.*, etl.attributes, accepted_messages, touched, deleted_sessions, watermarks, load_positions.
-- Rerun: not called again, a restart goes on with the rebuild.
truncate
    dds.quarantine, dds.campaign_events, dds.order_status_events, dds.order_items, dds.orders, dds.events,
    dds.sessions, dds.user_locations, dds.user_devices, dds.products, dds.categories, dds.campaigns, dds.users,
    etl.attributes, etl.accepted_messages, etl.touched, etl.deleted_sessions, etl.watermarks, etl.load_positions
