-- Whether ClickHouse's last load is one of ours, and the last one published: else ClickHouse was lost or restored.
-- Grain: one row; reads etl.loads.
-- Rerun: only reads. Parameters: loadId, startedUs.
select
    exists (
        select from etl.loads
        where load_id = :loadId and cast(extract(epoch from started_at) * 1000000 as bigint) = :startedUs
    ) and not exists (select from etl.loads where load_id > :loadId and published_at is not null)
