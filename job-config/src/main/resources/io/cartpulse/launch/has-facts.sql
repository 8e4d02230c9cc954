-- Whether the warehouse has anything that events left there.
-- Grain: one row. Reads etl.offsets and schema dds. Writes nothing.
-- Rerun: always the same for the same tables. Parameters: none.
select
    exists (select from etl.offsets where next_offset > 0)
    or exists (select from dds.users)
    or exists (select from dds.events)
    or exists (select from dds.orders)
    or exists (select from dds.campaign_events)
    or exists (select from dds.quarantine)
