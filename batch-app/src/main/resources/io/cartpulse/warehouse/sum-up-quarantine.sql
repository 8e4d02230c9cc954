-- How many quarantined records there are of each kind.
-- Grain: (state, reason, record type); reads dds.quarantine.
-- Rerun: only reads. Parameters: none.
select
    state, reason, record_type, count(*) as records, min(first_seen_at) as oldest, max(first_seen_at) as newest
from dds.quarantine
group by state, reason, record_type
order by state, records desc, reason, record_type
