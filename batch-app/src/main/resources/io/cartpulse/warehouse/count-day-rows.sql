-- How many rows the marts of days have on some days.
-- Grain: (mart, event_date); reads data_mart's marts of days.
-- Rerun: only reads. Parameters: the first day, the last day.
with all_days as (
    select 'daily_business_summary' as mart, event_date from data_mart.daily_business_summary
    union all
    select 'product_performance' as mart, event_date from data_mart.product_performance
    union all
    select 'category_performance' as mart, event_date from data_mart.category_performance
    union all
    select 'active_users_7d' as mart, event_date from data_mart.active_users_7d
    union all
    select 'geo_analysis' as mart, event_date from data_mart.geo_analysis
    union all
    select 'device_analysis' as mart, event_date from data_mart.device_analysis
    union all
    select 'attention_points' as mart, event_date from data_mart.attention_points
    union all
    select 'funnel_daily' as mart, event_date from data_mart.funnel_daily
    union all
    select 'weather_impact' as mart, event_date from data_mart.weather_impact
    union all
    select 'revenue_by_currency' as mart, event_date from data_mart.revenue_by_currency
)
select mart, event_date, count() as mart_rows
from all_days
where event_date between toDate(?) and toDate(?)
group by mart, event_date
order by event_date, mart
