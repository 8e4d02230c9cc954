-- How many quarantined records there are, up to one more than 1000.
-- Grain: one row; reads dds.quarantine.
-- Rerun: only reads. Parameters: a line that ends in "if" counts where its parameter is given.
select count(*)
from (
    select
    from dds.quarantine
    where true
        and state = :state -- if state
        and reason = :reason -- if reason
        and record_type = :type -- if type
    limit 1001
) as found
