-- How many values are wanted and not there.
-- Grain: one row; reads etl.enrichment_pending.
-- Rerun: changes nothing. Parameters: subject.
select count(*)
from etl.enrichment_pending
where subject = ?
