-- Notes that a value is wanted and not there.
-- Grain: value; writes etl.enrichment_pending.
-- A rerun changes nothing. Parameters: subject, key, now.
insert into etl.enrichment_pending (subject, key, wanted_at)
values (:subject, :key, :now)
on conflict (subject, key) do nothing
