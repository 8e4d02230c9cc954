-- Sessions that this run left without an event, because another copy of it counts now.
-- Grain: session_id; reads etl.touched, etl.loads, dds.events, writes dds.sessions, etl.deleted_sessions.
-- Rerun: finds none. Parameters: loadId, jobInstanceId.
with deleted as (
    delete from dds.sessions as visit
    using etl.touched
    where touched.job_instance_id = :jobInstanceId
        and touched.subject = 'session'
        and visit.session_id = touched.key
        and not exists (select from dds.events where events.session_id = touched.key)
    returning visit.session_id, visit.event_count, visit.load_id
)
insert into etl.deleted_sessions (session_id, load_id)
select session_id, :loadId
from deleted
-- one that was made for this run's copies alone, the marts have never seen
where event_count > 0
    or exists (select from etl.loads where loads.load_id = deleted.load_id and published_at is not null)
on conflict (load_id, session_id) do nothing
