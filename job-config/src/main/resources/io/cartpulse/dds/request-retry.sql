-- Asks for open records to be tried again by the next run that takes the requested ones.
-- Grain: id; writes dds.quarantine.
-- Rerun: the same. Parameters: ids. Gives the ids that were open.
with requested as (
    update dds.quarantine
    set requested = true
    where id = any (:ids) and state = 'open'
    returning id
)
select id
from requested
order by id
