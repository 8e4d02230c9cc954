-- Notes that values are wanted and not there.
-- Grain: value; writes etl.enrichment_pending.
-- Rerun: changes nothing. Parameters: subject, now, keys.
insert into etl.enrichment_pending (subject, key, wanted_at)
select ?, wanted.key, cast(? as timestamptz)
from unnest(cast(? as text[])) as wanted (key)
order by wanted.key
on conflict (subject, key) do nothing
