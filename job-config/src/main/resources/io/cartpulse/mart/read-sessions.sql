-- A page of sessions.
-- Grain: session_id; reads dds.sessions, feeds warehouse.sessions.
-- Rerun: a page read again is the same page. Parameters: afterLoad, afterKey, pageSize.
select
    load_id,
    session_id as page_key,
    session_id, user_id, start_ts, end_ts, event_count, city, country
from dds.sessions
where (load_id, session_id) > (:afterLoad, cast(:afterKey as uuid))
order by load_id, session_id
limit :pageSize
