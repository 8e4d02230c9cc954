-- When the newest event that ClickHouse holds happened, those ahead of time left out.
-- Grain: one row. Reads warehouse.events. Writes nothing.
-- Rerun: as events come. Parameters: none.
select toUnixTimestamp64Micro(maxIf(event_ts, event_ts <= now64(6))) as newest_us
from warehouse.events
