-- Takes what happened again and was not told for a while, to tell it now.
-- Grain: an incident. Reads nothing. Writes etl.incidents.
-- Rerun: finds nothing more for a while. Parameters: toldBefore, now.
with repeated as (
    select subject, fingerprint, happened - told as more, told_at as last_told_at
    from etl.incidents
    where happened > told and told_at <= :toldBefore
    for update skip locked
)
update etl.incidents as i
set told = i.happened, told_at = :now
from repeated
where i.subject = repeated.subject and i.fingerprint = repeated.fingerprint
returning i.headline, repeated.more, repeated.last_told_at
