-- The store's revenue by day.
-- Grain: a day. Reads data_mart.daily_business_summary. Writes nothing.
-- Rerun: always the same for the same marts. Parameters: none.
select event_date, total_revenue
from data_mart.daily_business_summary
order by event_date
