-- The stamp that a table was made with; it travels with the table when tables are exchanged.
-- Grain: one row, or none; reads system.tables.
-- Rerun: only reads. Parameters: database, table.
select comment
from system.tables
where database = {database:String} and name = {table:String}
