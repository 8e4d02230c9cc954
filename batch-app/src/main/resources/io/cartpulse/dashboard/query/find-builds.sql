-- Which builds some marts are of, and when they were built.
-- Grain: a mart. Reads data_mart.builds. Writes nothing.
-- Rerun: as marts are built. Parameters: marts, with commas between.
select mart, build_id, stamped_at
from data_mart.builds
where has(splitByChar(',', {marts:String}), mart)
order by stamped_at, mart
