-- Counts that something went wrong.
-- Grain: one incident. Reads nothing. Writes etl.incidents.
-- Rerun: counts it again. Parameters: subject, fingerprint, headline, now.
insert into etl.incidents as i (subject, fingerprint, headline, since, happened, told, told_at)
values (:subject, :fingerprint, :headline, :now, 1, 1, :now)
on conflict (subject, fingerprint) do update
set happened = i.happened + 1
returning happened
