-- Notes that asking for this very value failed: it waits an hour, then twice as long each time, a day at most.
-- Grain: value; writes etl.enrichment_pending, gives when to try again.
-- Rerun: counts one more. Parameters: subject, key, category, now.
insert into etl.enrichment_pending as pending (subject, key, wanted_at, failures, last_failure, next_try_at)
values (:subject, :key, :now, 1, :category, cast(:now as timestamptz) + interval '1 hour')
on conflict (subject, key) do update
set failures = pending.failures + 1,
    last_failure = excluded.last_failure,
    next_try_at = excluded.wanted_at + least(interval '1 day', interval '1 hour' * 2 ^ least(pending.failures, 10))
returning next_try_at
