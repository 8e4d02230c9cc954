-- Open records in quarantine.
-- Grain: a reason. Reads dds.quarantine. Writes nothing.
-- Rerun: as they come and go. Parameters: none.
select reason, count(*) as records
from dds.quarantine
where state = 'open'
group by reason
order by reason
