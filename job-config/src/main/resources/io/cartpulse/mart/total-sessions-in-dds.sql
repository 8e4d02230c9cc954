-- DDS's own sessions of each day.
-- Grain: event_date; reads dds.sessions.
-- Rerun: only reads. Parameters: zone.
select
    cast(start_ts at time zone :zone as date) as event_date,
    count(*) as figure
from dds.sessions
group by event_date
order by event_date
