-- Open records of a kind, those whose last attempt is longest ago first.
-- Grain: id; reads dds.quarantine.
-- Rerun: only reads. Parameters: rows; a line that ends in "if" counts where its parameter is given.
select id
from dds.quarantine
where state = 'open'
    and reason = :reason -- if reason
    and record_type = :type -- if type
order by last_attempt_at, id
limit :rows
