-- A page of the device kinds of users.
-- Grain: device_id; reads dds.user_devices, feeds warehouse.user_devices.
-- Rerun: a page read again is the same page. Parameters: afterLoad, afterKey, pageSize.
select
    load_id,
    device_id as page_key,
    user_id, device_type, os, browser, last_seen
from dds.user_devices
where (load_id, device_id) > (:afterLoad, cast(:afterKey as bigint))
order by load_id, device_id
limit :pageSize
