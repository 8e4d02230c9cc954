-- When the newest event in the marts happened.
-- Grain: one row; reads data_mart.session_analytics.
-- Rerun: only reads. Parameters: none.
select maxOrNull(end_time) as newest
from data_mart.session_analytics
