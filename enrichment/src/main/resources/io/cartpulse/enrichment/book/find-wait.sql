-- Until when a value waits after failures.
-- Grain: value; reads etl.enrichment_pending.
-- Rerun: changes nothing. Parameters: subject, key, now.
select next_try_at
from etl.enrichment_pending
where subject = :subject
    and key = :key
    and next_try_at > :now
