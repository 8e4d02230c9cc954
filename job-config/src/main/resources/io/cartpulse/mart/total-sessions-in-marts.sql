-- Sessions of each day in every mart that divides them up, or lists them.
-- Grain: mart, event_date; reads daily_business_summary, geo_analysis, device_analysis, session_analytics.
-- Rerun: only reads. Parameters: zone, the database of each mart.
select 'daily_business_summary' as mart, event_date, sum(total_sessions) as figure
from {daily_business_summary:Identifier}.daily_business_summary
group by event_date
union all
select 'geo_analysis' as mart, event_date, sum(total_sessions) as figure
from {geo_analysis:Identifier}.geo_analysis
group by event_date
union all
select 'device_analysis' as mart, event_date, sum(total_sessions) as figure
from {device_analysis:Identifier}.device_analysis
group by event_date
union all
select 'session_analytics' as mart, toDate(toTimeZone(start_time, {zone:String})) as event_date, count() as figure
from {session_analytics:Identifier}.session_analytics
group by event_date
