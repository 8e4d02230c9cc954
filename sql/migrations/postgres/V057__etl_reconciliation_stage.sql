-- The stage of a line of the ledger: kafka-to-raw counts what it received, raw-to-dds how that ended.
alter table etl.reconciliation add column stage text not null generated always as (
    case when outcome in ('received', 'dead_letter', 'gap') then 'raw' else 'dds' end
) stored;
