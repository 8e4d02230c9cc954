-- The settings with which DDS was made.
-- Grain: one row; reads etl.settings.
-- Rerun: changes nothing.
select digest
from etl.settings
where name = 'reading'
