-- How many lines of the audit there are, up to one more than 1000.
-- Grain: one row; reads etl.audit.
-- Rerun: only reads. Parameters: a line that ends in "if" counts where its parameter is given.
select count(*)
from (
    select
    from etl.audit
    where true
        and actor = :actor -- if actor
        and action = :action -- if action
        and at >= :from -- if from
        and at < :to -- if to
    limit 1001
) as found
