-- How many values are wanted and not there.
-- Grain: one row; reads etl.enrichment_pending.
-- Writes nothing. Parameters: subject.
select count(*)
from etl.enrichment_pending
where subject = ?
