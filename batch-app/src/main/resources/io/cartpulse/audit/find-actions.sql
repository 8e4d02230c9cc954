-- A page of the audit, newest first.
-- Grain: an action; reads etl.audit.
-- Rerun: only reads. Parameters: rows; a line that ends in "if" counts where its parameter is given.
select id, at, actor, address, action, target, outcome, detail
from etl.audit
where true
    and actor = :actor -- if actor
    and action = :action -- if action
    and at >= :from -- if from
    and at < :to -- if to
    and (at, id) < (:afterAt, :afterId) -- if afterAt
order by at desc, id desc
limit :rows
