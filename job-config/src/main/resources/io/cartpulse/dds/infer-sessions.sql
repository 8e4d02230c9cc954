-- Sessions that a chunk of events names and nobody knew; derive-sessions fills them in or takes them away.
-- Grain: session_id; reads staged_events, writes dds.sessions and etl.touched.
-- Rerun: a known session is left as it is. Parameters: loadId, jobInstanceId.
with made as (
    insert into dds.sessions (session_id, start_ts, end_ts, event_count, load_id)
    select session_id, min(said_at), max(said_at), 0, :loadId
    from staged_events
    where session_id is not null
    group by session_id
    order by session_id
    on conflict (session_id) do nothing
    returning session_id
)
insert into etl.touched (job_instance_id, subject, key)
select :jobInstanceId, 'session', session_id
from made
order by session_id
on conflict do nothing
