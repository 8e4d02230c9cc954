-- Which builds the marts are of, and when they were built.
-- Grain: a mart. Reads data_mart.builds. Writes nothing.
-- Rerun: as marts are built. Parameters: none.
select mart, build_id, stamped_at
from data_mart.builds
order by stamped_at, mart
