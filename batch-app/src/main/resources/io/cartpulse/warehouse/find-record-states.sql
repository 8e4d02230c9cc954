-- The states of some quarantined records.
-- Grain: id; reads dds.quarantine.
-- Rerun: only reads. Parameters: ids.
select id, state
from dds.quarantine
where id = any (:ids)
