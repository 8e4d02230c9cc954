-- How large the marts are.
-- Grain: a mart. Reads ClickHouse's own list of tables. Writes nothing.
-- Rerun: always the same for the same marts. Parameters: none.
select name as mart, ifNull(total_rows, 0) as mart_rows
from system.tables
where database = 'data_mart' and engine like '%MergeTree'
order by name
