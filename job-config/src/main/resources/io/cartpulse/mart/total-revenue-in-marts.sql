-- Revenue of each day in every mart that divides it up.
-- Grain: mart, event_date; reads daily_business_summary, geo_analysis, device_analysis, built aside or visible.
-- Rerun: only reads. Parameters: the database of each mart.
select 'daily_business_summary' as mart, event_date, sum(total_revenue) as figure
from {daily_business_summary:Identifier}.daily_business_summary
group by event_date
union all
select 'geo_analysis' as mart, event_date, sum(total_revenue) as figure
from {geo_analysis:Identifier}.geo_analysis
group by event_date
union all
select 'device_analysis' as mart, event_date, sum(total_revenue) as figure
from {device_analysis:Identifier}.device_analysis
group by event_date
