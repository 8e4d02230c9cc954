-- How many records of the last while could not be read, as far as that matters.
-- Grain: one row. Reads raw.dead_letters. Writes nothing.
-- Rerun: as time goes on. Parameters: since, most.
select count(*)
from (
    select from raw.dead_letters
    where kafka_timestamp >= :since
    limit :most
) as recent
