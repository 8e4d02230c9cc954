-- The stamps that tables were made with; they travel with the tables when those are exchanged.
-- Grain: name; reads system.tables.
-- Rerun: only reads. Parameters: database.
select name, comment
from system.tables
where database = {database:String}
