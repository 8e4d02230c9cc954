-- Ends all that was wrong with a subject.
-- Grain: one row at most. Reads nothing. Writes etl.incidents.
-- Rerun: finds nothing more. Parameters: subject.
with closed as (
    delete from etl.incidents
    where subject = :subject
    returning happened, since
)
select sum(happened) as happened, min(since) as since
from closed
having count(*) > 0
