-- Notes that somebody did something, or tried to.
-- Grain: an action; writes etl.audit.
-- Rerun: a line more. Parameters: actor, address, action, target, outcome, detail.
insert into etl.audit (actor, address, action, target, outcome, detail)
values (:actor, :address, :action, :target, :outcome, :detail)
