-- A line of audit for each execution.
-- Grain: id; writes etl.audit.
-- Rerun: not meant to be. Parameters: rows.
insert into etl.audit (at, actor, address, action, target, outcome, detail)
select
    now() - (:rows - number) * interval '1 minute', case when number % 100 = 1 then 'ada' else 'schedule' end,
    '127.0.0.1', case when number % 1000 = 1 then 'login' else 'execution.launch' end, 'pipeline', 'done', ''
from generate_series(1, :rows) as number
