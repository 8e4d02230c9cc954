-- How many records could not be read, since the beginning.
-- Grain: one row; reads raw.dead_letters.
-- Rerun: only reads. Parameters: none.
select count(*)
from raw.dead_letters
