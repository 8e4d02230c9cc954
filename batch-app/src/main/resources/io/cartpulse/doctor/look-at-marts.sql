-- Whether an account can read the marts.
-- Grain: one row; reads data_mart.builds.
-- Rerun: only reads. Parameters: none.
select
    count() as builds
from data_mart.builds
