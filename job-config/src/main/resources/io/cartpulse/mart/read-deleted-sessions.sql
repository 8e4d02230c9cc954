-- A page of sessions that were deleted and not made again: tombstones for the marts.
-- Grain: load_id, session_id; reads etl.deleted_sessions, dds.sessions, feeds warehouse.sessions.
-- Rerun: a page read again is the same page. Parameters: afterLoad, afterKey, pageSize.
select
    deleted.load_id,
    deleted.session_id as page_key,
    deleted.session_id,
    timestamptz 'epoch' as start_ts,
    timestamptz 'epoch' as end_ts,
    0 as event_count,
    1 as is_deleted
from etl.deleted_sessions as deleted
left join dds.sessions using (session_id)
where (deleted.load_id, deleted.session_id) > (:afterLoad, cast(:afterKey as uuid))
    and sessions.session_id is null
order by deleted.load_id, deleted.session_id
limit :pageSize
