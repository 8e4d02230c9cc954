-- Devices of a chunk's users, with the first and the last time each was seen.
-- Grain: (user_id, device_type, os, browser); reads staged_user_devices, writes dds.user_devices.
-- Rerun: a time within those known changes nothing. Parameters: loadId.
with seen as (
    select
        user_id, device_type, coalesce(os, 'Unknown') as os, coalesce(browser, 'Unknown') as browser,
        min(said_at) as first_seen, max(said_at) as last_seen
    from staged_user_devices
    group by user_id, device_type, coalesce(os, 'Unknown'), coalesce(browser, 'Unknown')
)
insert into dds.user_devices as device (
    user_id, device_type, os, browser, first_seen, last_seen, load_id
)
select user_id, device_type, os, browser, first_seen, last_seen, :loadId
from seen
order by user_id, device_type, os, browser
on conflict (user_id, device_type, os, browser) do update
set first_seen = least(device.first_seen, excluded.first_seen),
    last_seen = greatest(device.last_seen, excluded.last_seen),
    load_id = excluded.load_id, updated_at = now()
where excluded.first_seen < device.first_seen or excluded.last_seen > device.last_seen
