-- Sessions that this run left without an event, because another copy of it counts now.
-- Grain: session_id; reads etl.touched, dds.events, writes dds.sessions, etl.deleted_sessions.
-- Rerun: finds none. Parameters: loadId, jobInstanceId.
with deleted as (
    delete from dds.sessions as visit
    using etl.touched
    where touched.job_instance_id = :jobInstanceId
        and touched.subject = 'session'
        and visit.session_id = touched.key
        and not exists (select from dds.events where events.session_id = touched.key)
    returning visit.session_id
)
insert into etl.deleted_sessions (session_id, load_id)
select session_id, :loadId
from deleted
on conflict (load_id, session_id) do nothing
