-- The loads that the marts do not have, whether one of them made DDS anew, and whether one has yet to end.
-- Grain: one row; reads etl.loads.
-- Rerun: only reads. No parameters.
select
    coalesce(min(load_id) filter (where published_at is null), 0) as first_load,
    coalesce(max(load_id) filter (where published_at is null), 0) as last_unpublished,
    coalesce(max(load_id), 0) as last_load,
    coalesce(bool_or(full_rebuild) filter (where published_at is null), false) as made_anew,
    coalesce(bool_or(unfinished), false) as unfinished
from etl.loads
