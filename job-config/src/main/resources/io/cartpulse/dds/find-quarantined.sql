-- A record of the quarantine, kept from others until the transaction ends.
-- Grain: id; reads dds.quarantine.
-- Rerun: changes nothing. Parameters: id.
select record_type, state, reason, field, message
from dds.quarantine
where id = :id
for update
