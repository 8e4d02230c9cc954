-- How many records are in quarantine.
-- Grain: one row; reads dds.quarantine.
-- Rerun: only reads. Parameters: none.
select count(*)
from dds.quarantine
where state = 'open'
